"""Who works in the invented office: the user, and colleagues in several teams."""

from random import Random

from teui.casework.desk import Desk, Person
from teui.casework.fill.hands import one_of
from teui.casework.fill.invented import Invented, load_invented
from teui.store.batch import BatchStore
from teui.store.store import Founders
from teui.store.unit import Unit

_CASELOAD = 150
_ADVISERS = "SELECT uid, name FROM adviser"
_TEAMS = "SELECT uid, name FROM team"


def invented_founders() -> Founders:
    """The adviser whose desk a demonstration opens on, in the first team."""
    invented = load_invented()
    return Founders(invented.adviser, invented.teams[0].name)


def colleagues(
    desk: Desk, batch: BatchStore, invented: Invented, clients: int
) -> tuple[tuple[Person, Person], ...]:
    """The user first, then advisers with their teams: those of the office file, and more of them
    where there are many clients. The first team's advisers join the user's own team."""
    wanted = clients // _CASELOAD
    random = Random("colleagues")

    def hire(unit: Unit) -> tuple[tuple[Person, Person], ...]:
        known = {row["name"]: Person(row["uid"], row["name"]) for row in unit.rows(_ADVISERS)}
        teams = {row["name"]: Person(row["uid"], row["name"]) for row in unit.rows(_TEAMS)}
        teams[invented.teams[0].name] = desk.team
        people = [(desk.adviser, desk.team)]
        listed = [(name, team.name) for team in invented.teams for name in team.advisers]
        while len(listed) < wanted:
            group = one_of(random, invented.people)
            name = f"{one_of(random, group.women).split()[0]} {one_of(random, group.family_women)}"
            if name not in dict(listed):
                listed.append((name, one_of(random, invented.teams).name))
        for name, team_name in listed:
            if team_name not in teams:
                teams[team_name] = Person(unit.insert("team", name=team_name), team_name)
            team = teams[team_name]
            if name not in known:
                uid = unit.insert("adviser", name=name, login="", team_uid=team.uid)
                known[name] = Person(uid, name)
            people.append((known[name], team))
        return tuple(people)

    return batch.writer.submit("colleagues_taken_in", hire).result()
