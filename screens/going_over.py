"""Transitions agreed for a day that has come go over while the adviser goes on working."""

import asyncio

from screens.frame import AtDesk, Frame
from teui.errors import TeuiError


def carry_out(app: AtDesk) -> None:
    """Look whether any is to go over, and let it; called as the app opens and as the day turns."""
    app.run_worker(_carry_out(app), exclusive=True, group="going over")


async def _carry_out(app: AtDesk) -> None:
    from teui.casework import transition

    frames = [screen for screen in app.screen_stack if isinstance(screen, Frame)]
    try:
        if not await asyncio.to_thread(transition.waits, app.desk):
            return
        await asyncio.shield(asyncio.wrap_future(transition.carry_out(app.desk)))
    except TeuiError as error:
        for screen in frames[-1:]:
            screen.say(app.texts.error(error))
    else:
        for screen in frames:
            screen.refresh_data()
