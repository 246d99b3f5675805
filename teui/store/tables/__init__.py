"""Every table as a model: the schema's one source, for migrations and ordinary reads.

Importing it costs a third of a second; nothing that a key waits for does.
"""

from teui.store.tables.base import METADATA, Row, Versioned
from teui.store.tables.client import Client, Customership
from teui.store.tables.followup import Contact, FollowUp
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
from teui.store.tables.plan import JobOffer, Plan, PlanItem, PlanRevision, ServiceUse

__all__ = [
    "METADATA",
    "ActRow",
    "Adviser",
    "Answer",
    "Assessment",
    "AssessmentStage",
    "ChangeRow",
    "Client",
    "Contact",
    "Customership",
    "FollowUp",
    "JobOffer",
    "LineDecision",
    "Note",
    "Plan",
    "PlanItem",
    "PlanRevision",
    "Row",
    "ServiceUse",
    "Setting",
    "StoredModel",
    "Talk",
    "Team",
    "Told",
    "Versioned",
    "ViewLog",
]
