"""Every table as a model: the schema's one source, for migrations and ordinary reads.

Importing it costs a third of a second; nothing that a key waits for does.
"""

from teui.store.tables.base import METADATA, Row, Versioned
from teui.store.tables.client import Client, Customership
from teui.store.tables.followup import Contact, FollowUp
from teui.store.tables.handing import Consultation, Copied, Handover, OwnView, Statement
from teui.store.tables.history import ActRow, ChangeRow, ViewLog
from teui.store.tables.interview import (
    Answer,
    Assessment,
    AssessmentStage,
    LineDecision,
    Note,
    Talk,
    Told,
)
from teui.store.tables.office import Adviser, Setting, StoredModel, Team
from teui.store.tables.plan import (
    BusinessStep,
    JobOffer,
    Plan,
    PlanItem,
    PlanRevision,
    ServiceUse,
    WorkSpell,
)

__all__ = [
    "METADATA",
    "ActRow",
    "Adviser",
    "Answer",
    "Assessment",
    "AssessmentStage",
    "BusinessStep",
    "ChangeRow",
    "Client",
    "Consultation",
    "Contact",
    "Copied",
    "Customership",
    "FollowUp",
    "Handover",
    "JobOffer",
    "LineDecision",
    "Note",
    "OwnView",
    "Plan",
    "PlanItem",
    "PlanRevision",
    "Row",
    "ServiceUse",
    "Setting",
    "Statement",
    "StoredModel",
    "Talk",
    "Team",
    "Told",
    "Versioned",
    "ViewLog",
    "WorkSpell",
]
