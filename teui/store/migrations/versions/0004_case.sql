CREATE TABLE client (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  handle VARCHAR NOT NULL,
  family_name VARCHAR NOT NULL,
  given_names VARCHAR NOT NULL,
  call_name VARCHAR,
  name_sort VARCHAR NOT NULL,
  identity_code VARCHAR,
  birth_date DATE,
  phones VARCHAR DEFAULT '[]' NOT NULL,
  email VARCHAR,
  municipality VARCHAR,
  language VARCHAR,
  service_language VARCHAR,
  interpreter VARCHAR,
  safety_note VARCHAR,
  CONSTRAINT pk_client PRIMARY KEY (id),
  CONSTRAINT uq_client_uid UNIQUE (uid),
  CONSTRAINT uq_client_handle UNIQUE (handle),
  CONSTRAINT uq_client_identity_code UNIQUE (identity_code)
);

CREATE INDEX ix_client_name_sort_birth_date ON client (name_sort, birth_date);

CREATE TABLE practice_model (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  model_id VARCHAR NOT NULL,
  model_version VARCHAR NOT NULL,
  digest VARCHAR NOT NULL,
  content VARCHAR NOT NULL,
  CONSTRAINT pk_practice_model PRIMARY KEY (id),
  CONSTRAINT uq_practice_model_uid UNIQUE (uid),
  CONSTRAINT uq_practice_model_digest UNIQUE (digest)
);

CREATE TABLE setting (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  "key" VARCHAR NOT NULL,
  value VARCHAR NOT NULL,
  CONSTRAINT pk_setting PRIMARY KEY (id),
  CONSTRAINT uq_setting_uid UNIQUE (uid),
  CONSTRAINT uq_setting_key UNIQUE ("key")
);

CREATE TABLE team (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  CONSTRAINT pk_team PRIMARY KEY (id),
  CONSTRAINT uq_team_uid UNIQUE (uid)
);

CREATE TABLE adviser (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  login VARCHAR NOT NULL,
  team_uid VARCHAR NOT NULL,
  left_on DATE,
  CONSTRAINT pk_adviser PRIMARY KEY (id),
  CONSTRAINT uq_adviser_uid UNIQUE (uid),
  CONSTRAINT fk_adviser_team_uid FOREIGN KEY(team_uid) REFERENCES team (uid)
);

CREATE INDEX ix_adviser_team_uid ON adviser (team_uid);

CREATE TABLE act (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  seq INTEGER NOT NULL,
  at VARCHAR NOT NULL,
  adviser_uid VARCHAR NOT NULL,
  origin VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  undoes VARCHAR,
  prev_hash VARCHAR NOT NULL,
  hash VARCHAR NOT NULL,
  CONSTRAINT pk_act PRIMARY KEY (id),
  CONSTRAINT uq_act_origin_seq UNIQUE (origin, seq),
  CONSTRAINT uq_act_uid UNIQUE (uid),
  CONSTRAINT fk_act_adviser_uid FOREIGN KEY(adviser_uid) REFERENCES adviser (uid),
  CONSTRAINT fk_act_undoes FOREIGN KEY(undoes) REFERENCES act (uid)
);

CREATE INDEX ix_act_adviser_uid ON act (adviser_uid);

CREATE INDEX ix_act_undoes ON act (undoes);

CREATE TABLE customership (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  client_uid VARCHAR NOT NULL,
  adviser_uid VARCHAR NOT NULL,
  team_uid VARCHAR NOT NULL,
  start_date DATE NOT NULL,
  start_channel VARCHAR,
  line INTEGER,
  outcome VARCHAR,
  decided_on DATE,
  ended_on DATE,
  end_reason VARCHAR,
  end_note VARCHAR,
  end_receiver VARCHAR,
  end_agreed INTEGER,
  end_feedback VARCHAR,
  end_feedback_text VARCHAR,
  valid_until DATE,
  CONSTRAINT pk_customership PRIMARY KEY (id),
  CONSTRAINT uq_customership_uid UNIQUE (uid),
  CONSTRAINT fk_customership_client_uid FOREIGN KEY(client_uid) REFERENCES client (uid),
  CONSTRAINT fk_customership_adviser_uid FOREIGN KEY(adviser_uid) REFERENCES adviser (uid),
  CONSTRAINT fk_customership_team_uid FOREIGN KEY(team_uid) REFERENCES team (uid)
);

CREATE INDEX ix_customership_adviser_uid_ended_on ON customership (adviser_uid, ended_on);

CREATE INDEX ix_customership_client_uid ON customership (client_uid);

CREATE INDEX ix_customership_team_uid_ended_on ON customership (team_uid, ended_on);

CREATE TABLE own_view (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  adviser_uid VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  filters VARCHAR DEFAULT '{}' NOT NULL,
  position INTEGER NOT NULL,
  removed INTEGER DEFAULT '0' NOT NULL,
  CONSTRAINT pk_own_view PRIMARY KEY (id),
  CONSTRAINT uq_own_view_uid UNIQUE (uid),
  CONSTRAINT fk_own_view_adviser_uid FOREIGN KEY(adviser_uid) REFERENCES adviser (uid)
);

CREATE INDEX ix_own_view_adviser_uid ON own_view (adviser_uid);

CREATE TABLE view_log (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  client_uid VARCHAR NOT NULL,
  adviser_uid VARCHAR NOT NULL,
  at VARCHAR NOT NULL,
  origin VARCHAR NOT NULL,
  CONSTRAINT pk_view_log PRIMARY KEY (id),
  CONSTRAINT uq_view_log_uid UNIQUE (uid),
  CONSTRAINT fk_view_log_client_uid FOREIGN KEY(client_uid) REFERENCES client (uid),
  CONSTRAINT fk_view_log_adviser_uid FOREIGN KEY(adviser_uid) REFERENCES adviser (uid)
);

CREATE INDEX ix_view_log_adviser_uid ON view_log (adviser_uid);

CREATE INDEX ix_view_log_client_uid ON view_log (client_uid);

CREATE TABLE assessment (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  customership_uid VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  model_id VARCHAR NOT NULL,
  model_version VARCHAR NOT NULL,
  model_digest VARCHAR NOT NULL,
  state VARCHAR DEFAULT 'draft' NOT NULL,
  started_at VARCHAR NOT NULL,
  completed_at VARCHAR,
  adviser_uid VARCHAR,
  kind_reason VARCHAR,
  apart_reason VARCHAR,
  apart_note VARCHAR,
  position VARCHAR,
  draft_text VARCHAR,
  draft_question VARCHAR,
  draft_at VARCHAR,
  draft_mark VARCHAR,
  draft_kind VARCHAR,
  draft_typed VARCHAR,
  draft_outcome VARCHAR,
  draft_reason VARCHAR,
  CONSTRAINT pk_assessment PRIMARY KEY (id),
  CONSTRAINT uq_assessment_uid UNIQUE (uid),
  CONSTRAINT fk_assessment_customership_uid FOREIGN KEY(customership_uid) REFERENCES customership (uid),
  CONSTRAINT fk_assessment_model_digest FOREIGN KEY(model_digest) REFERENCES practice_model (digest),
  CONSTRAINT fk_assessment_adviser_uid FOREIGN KEY(adviser_uid) REFERENCES adviser (uid)
);

CREATE INDEX ix_assessment_customership_uid ON assessment (customership_uid);

CREATE INDEX ix_assessment_state_customership_uid ON assessment (state, customership_uid);

CREATE TABLE business_step (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  customership_uid VARCHAR NOT NULL,
  step VARCHAR NOT NULL,
  planned_on DATE,
  done_on DATE,
  note VARCHAR,
  CONSTRAINT pk_business_step PRIMARY KEY (id),
  CONSTRAINT uq_business_step_customership_uid_step UNIQUE (customership_uid, step),
  CONSTRAINT uq_business_step_uid UNIQUE (uid),
  CONSTRAINT fk_business_step_customership_uid FOREIGN KEY(customership_uid) REFERENCES customership (uid)
);

CREATE TABLE change (
  id INTEGER NOT NULL,
  act_uid VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  entity VARCHAR NOT NULL,
  entity_uid VARCHAR NOT NULL,
  field VARCHAR NOT NULL,
  old VARCHAR,
  new VARCHAR,
  salt VARCHAR,
  digest VARCHAR NOT NULL,
  erased_by VARCHAR,
  CONSTRAINT pk_change PRIMARY KEY (id),
  CONSTRAINT uq_change_act_uid_position UNIQUE (act_uid, position),
  CONSTRAINT fk_change_act_uid FOREIGN KEY(act_uid) REFERENCES act (uid),
  CONSTRAINT fk_change_erased_by FOREIGN KEY(erased_by) REFERENCES act (uid)
);

CREATE INDEX ix_change_entity_uid_entity ON change (entity_uid, entity);

CREATE TABLE consultation (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  customership_uid VARCHAR NOT NULL,
  field VARCHAR NOT NULL,
  specialist VARCHAR,
  asked_by VARCHAR NOT NULL,
  asked_on DATE NOT NULL,
  question VARCHAR NOT NULL,
  answered_on DATE,
  answer VARCHAR,
  removed INTEGER DEFAULT '0' NOT NULL,
  CONSTRAINT pk_consultation PRIMARY KEY (id),
  CONSTRAINT uq_consultation_uid UNIQUE (uid),
  CONSTRAINT fk_consultation_customership_uid FOREIGN KEY(customership_uid) REFERENCES customership (uid),
  CONSTRAINT fk_consultation_asked_by FOREIGN KEY(asked_by) REFERENCES adviser (uid)
);

CREATE INDEX ix_consultation_asked_by ON consultation (asked_by);

CREATE INDEX ix_consultation_customership_uid ON consultation (customership_uid);

CREATE TABLE copied (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  customership_uid VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  subject_uid VARCHAR NOT NULL,
  copied_on DATE NOT NULL,
  adviser_uid VARCHAR NOT NULL,
  CONSTRAINT pk_copied PRIMARY KEY (id),
  CONSTRAINT uq_copied_uid UNIQUE (uid),
  CONSTRAINT fk_copied_customership_uid FOREIGN KEY(customership_uid) REFERENCES customership (uid),
  CONSTRAINT fk_copied_adviser_uid FOREIGN KEY(adviser_uid) REFERENCES adviser (uid)
);

CREATE INDEX ix_copied_adviser_uid ON copied (adviser_uid);

CREATE INDEX ix_copied_customership_uid ON copied (customership_uid);

CREATE INDEX ix_copied_kind_subject_uid ON copied (kind, subject_uid);

CREATE TABLE follow_up (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  cause VARCHAR NOT NULL,
  rule VARCHAR NOT NULL,
  subject_uid VARCHAR NOT NULL,
  fact VARCHAR NOT NULL,
  client_uid VARCHAR NOT NULL,
  customership_uid VARCHAR NOT NULL,
  adviser_uid VARCHAR,
  team_uid VARCHAR,
  window_from DATE,
  due DATE NOT NULL,
  act_on DATE NOT NULL,
  state VARCHAR DEFAULT 'open' NOT NULL,
  snoozed_to DATE,
  drop_reason VARCHAR,
  drop_note VARCHAR,
  params VARCHAR DEFAULT '{}' NOT NULL,
  text VARCHAR,
  source VARCHAR NOT NULL,
  closed_at VARCHAR,
  CONSTRAINT pk_follow_up PRIMARY KEY (id),
  CONSTRAINT uq_follow_up_uid UNIQUE (uid),
  CONSTRAINT uq_follow_up_cause UNIQUE (cause),
  CONSTRAINT fk_follow_up_client_uid FOREIGN KEY(client_uid) REFERENCES client (uid),
  CONSTRAINT fk_follow_up_customership_uid FOREIGN KEY(customership_uid) REFERENCES customership (uid),
  CONSTRAINT fk_follow_up_adviser_uid FOREIGN KEY(adviser_uid) REFERENCES adviser (uid),
  CONSTRAINT fk_follow_up_team_uid FOREIGN KEY(team_uid) REFERENCES team (uid)
);

CREATE INDEX ix_follow_up_client_uid ON follow_up (client_uid);

CREATE INDEX ix_follow_up_customership_uid ON follow_up (customership_uid);

CREATE INDEX ix_follow_up_state_adviser_uid_act_on ON follow_up (state, adviser_uid, act_on);

CREATE INDEX ix_follow_up_state_team_uid_act_on ON follow_up (state, team_uid, act_on);

CREATE TABLE job_offer (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  customership_uid VARCHAR NOT NULL,
  adviser_uid VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  isco VARCHAR,
  employer VARCHAR,
  is_short INTEGER DEFAULT '0' NOT NULL,
  offered_on DATE NOT NULL,
  apply_by DATE,
  state VARCHAR NOT NULL,
  outcome_on DATE,
  failed_reason VARCHAR,
  failed_by VARCHAR,
  consulted_uid VARCHAR,
  despite VARCHAR,
  note VARCHAR,
  removed INTEGER DEFAULT '0' NOT NULL,
  CONSTRAINT pk_job_offer PRIMARY KEY (id),
  CONSTRAINT uq_job_offer_uid UNIQUE (uid),
  CONSTRAINT fk_job_offer_customership_uid FOREIGN KEY(customership_uid) REFERENCES customership (uid),
  CONSTRAINT fk_job_offer_adviser_uid FOREIGN KEY(adviser_uid) REFERENCES adviser (uid),
  CONSTRAINT fk_job_offer_consulted_uid FOREIGN KEY(consulted_uid) REFERENCES adviser (uid)
);

CREATE INDEX ix_job_offer_adviser_uid ON job_offer (adviser_uid);

CREATE INDEX ix_job_offer_consulted_uid ON job_offer (consulted_uid);

CREATE INDEX ix_job_offer_customership_uid ON job_offer (customership_uid);

CREATE TABLE "plan" (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  customership_uid VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  CONSTRAINT pk_plan PRIMARY KEY (id),
  CONSTRAINT uq_plan_uid UNIQUE (uid),
  CONSTRAINT fk_plan_customership_uid FOREIGN KEY(customership_uid) REFERENCES customership (uid)
);

CREATE INDEX ix_plan_customership_uid ON "plan" (customership_uid);

CREATE TABLE statement (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  customership_uid VARCHAR NOT NULL,
  matter VARCHAR NOT NULL,
  fact VARCHAR,
  asked_on DATE NOT NULL,
  asked_by VARCHAR,
  given_on DATE,
  given_by VARCHAR,
  removed INTEGER DEFAULT '0' NOT NULL,
  CONSTRAINT pk_statement PRIMARY KEY (id),
  CONSTRAINT uq_statement_uid UNIQUE (uid),
  CONSTRAINT fk_statement_customership_uid FOREIGN KEY(customership_uid) REFERENCES customership (uid)
);

CREATE INDEX ix_statement_customership_uid ON statement (customership_uid);

CREATE TABLE work_spell (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  customership_uid VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  employer VARCHAR,
  title VARCHAR,
  starts_on DATE NOT NULL,
  ends_on DATE,
  ended_on DATE,
  last_part VARCHAR,
  need VARCHAR,
  judged_on DATE,
  removed INTEGER DEFAULT '0' NOT NULL,
  CONSTRAINT pk_work_spell PRIMARY KEY (id),
  CONSTRAINT uq_work_spell_uid UNIQUE (uid),
  CONSTRAINT fk_work_spell_customership_uid FOREIGN KEY(customership_uid) REFERENCES customership (uid)
);

CREATE INDEX ix_work_spell_customership_uid ON work_spell (customership_uid);

CREATE TABLE answer (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  assessment_uid VARCHAR NOT NULL,
  question VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  value VARCHAR,
  origin VARCHAR DEFAULT 'interview' NOT NULL,
  said_on DATE,
  confirmed_at VARCHAR,
  CONSTRAINT pk_answer PRIMARY KEY (id),
  CONSTRAINT uq_answer_assessment_uid_question UNIQUE (assessment_uid, question),
  CONSTRAINT uq_answer_uid UNIQUE (uid),
  CONSTRAINT fk_answer_assessment_uid FOREIGN KEY(assessment_uid) REFERENCES assessment (uid)
);

CREATE TABLE assessment_stage (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  assessment_uid VARCHAR NOT NULL,
  stage VARCHAR NOT NULL,
  planned_on DATE,
  done_on DATE,
  provider VARCHAR,
  result VARCHAR,
  removed INTEGER DEFAULT '0' NOT NULL,
  CONSTRAINT pk_assessment_stage PRIMARY KEY (id),
  CONSTRAINT uq_assessment_stage_uid UNIQUE (uid),
  CONSTRAINT fk_assessment_stage_assessment_uid FOREIGN KEY(assessment_uid) REFERENCES assessment (uid)
);

CREATE INDEX ix_assessment_stage_assessment_uid ON assessment_stage (assessment_uid);

CREATE TABLE contact (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  customership_uid VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  channel VARCHAR NOT NULL,
  reached INTEGER NOT NULL,
  at VARCHAR NOT NULL,
  day DATE NOT NULL,
  adviser_uid VARCHAR NOT NULL,
  follow_up_uid VARCHAR,
  outcome VARCHAR,
  next_step VARCHAR,
  note VARCHAR,
  CONSTRAINT pk_contact PRIMARY KEY (id),
  CONSTRAINT uq_contact_uid UNIQUE (uid),
  CONSTRAINT fk_contact_customership_uid FOREIGN KEY(customership_uid) REFERENCES customership (uid),
  CONSTRAINT fk_contact_adviser_uid FOREIGN KEY(adviser_uid) REFERENCES adviser (uid),
  CONSTRAINT fk_contact_follow_up_uid FOREIGN KEY(follow_up_uid) REFERENCES follow_up (uid)
);

CREATE INDEX ix_contact_adviser_uid ON contact (adviser_uid);

CREATE INDEX ix_contact_customership_uid_day ON contact (customership_uid, day);

CREATE INDEX ix_contact_follow_up_uid ON contact (follow_up_uid);

CREATE TABLE line_decision (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  customership_uid VARCHAR NOT NULL,
  assessment_uid VARCHAR NOT NULL,
  suggestion VARCHAR NOT NULL,
  model_digest VARCHAR NOT NULL,
  suggested VARCHAR,
  outcome VARCHAR NOT NULL,
  line INTEGER,
  decided_by VARCHAR NOT NULL,
  decided_at VARCHAR NOT NULL,
  decided_on DATE NOT NULL,
  reason VARCHAR,
  client_view VARCHAR,
  preliminary INTEGER DEFAULT '0' NOT NULL,
  CONSTRAINT pk_line_decision PRIMARY KEY (id),
  CONSTRAINT uq_line_decision_uid UNIQUE (uid),
  CONSTRAINT fk_line_decision_customership_uid FOREIGN KEY(customership_uid) REFERENCES customership (uid),
  CONSTRAINT fk_line_decision_assessment_uid FOREIGN KEY(assessment_uid) REFERENCES assessment (uid),
  CONSTRAINT fk_line_decision_model_digest FOREIGN KEY(model_digest) REFERENCES practice_model (digest),
  CONSTRAINT fk_line_decision_decided_by FOREIGN KEY(decided_by) REFERENCES adviser (uid)
);

CREATE INDEX ix_line_decision_assessment_uid ON line_decision (assessment_uid);

CREATE INDEX ix_line_decision_customership_uid ON line_decision (customership_uid);

CREATE TABLE note (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  client_uid VARCHAR NOT NULL,
  assessment_uid VARCHAR,
  question VARCHAR,
  at VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  mark VARCHAR DEFAULT 'private' NOT NULL,
  kind VARCHAR DEFAULT 'fact' NOT NULL,
  language VARCHAR,
  follow_up_uid VARCHAR,
  CONSTRAINT pk_note PRIMARY KEY (id),
  CONSTRAINT uq_note_uid UNIQUE (uid),
  CONSTRAINT fk_note_client_uid FOREIGN KEY(client_uid) REFERENCES client (uid),
  CONSTRAINT fk_note_assessment_uid FOREIGN KEY(assessment_uid) REFERENCES assessment (uid),
  CONSTRAINT fk_note_follow_up_uid FOREIGN KEY(follow_up_uid) REFERENCES follow_up (uid)
);

CREATE INDEX ix_note_assessment_uid ON note (assessment_uid);

CREATE INDEX ix_note_client_uid ON note (client_uid);

CREATE INDEX ix_note_follow_up_uid ON note (follow_up_uid);

CREATE TABLE plan_revision (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  plan_uid VARCHAR NOT NULL,
  number INTEGER NOT NULL,
  goal VARCHAR,
  goal_isco VARCHAR,
  review_on DATE,
  rhythm_weeks INTEGER,
  rhythm_channel VARCHAR,
  contact_by VARCHAR,
  reports VARCHAR,
  next_contact_on DATE,
  accepted_on DATE,
  CONSTRAINT pk_plan_revision PRIMARY KEY (id),
  CONSTRAINT uq_plan_revision_plan_uid_number UNIQUE (plan_uid, number),
  CONSTRAINT uq_plan_revision_uid UNIQUE (uid),
  CONSTRAINT fk_plan_revision_plan_uid FOREIGN KEY(plan_uid) REFERENCES "plan" (uid)
);

CREATE TABLE talk (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  assessment_uid VARCHAR NOT NULL,
  adviser_uid VARCHAR NOT NULL,
  channel VARCHAR NOT NULL,
  day DATE NOT NULL,
  began_at VARCHAR NOT NULL,
  last_at VARCHAR NOT NULL,
  is_over INTEGER DEFAULT '0' NOT NULL,
  CONSTRAINT pk_talk PRIMARY KEY (id),
  CONSTRAINT uq_talk_uid UNIQUE (uid),
  CONSTRAINT fk_talk_assessment_uid FOREIGN KEY(assessment_uid) REFERENCES assessment (uid),
  CONSTRAINT fk_talk_adviser_uid FOREIGN KEY(adviser_uid) REFERENCES adviser (uid)
);

CREATE INDEX ix_talk_adviser_uid ON talk (adviser_uid);

CREATE INDEX ix_talk_assessment_uid_is_over ON talk (assessment_uid, is_over);

CREATE TABLE told (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  assessment_uid VARCHAR NOT NULL,
  item VARCHAR NOT NULL,
  told_on DATE,
  CONSTRAINT pk_told PRIMARY KEY (id),
  CONSTRAINT uq_told_assessment_uid_item UNIQUE (assessment_uid, item),
  CONSTRAINT uq_told_uid UNIQUE (uid),
  CONSTRAINT fk_told_assessment_uid FOREIGN KEY(assessment_uid) REFERENCES assessment (uid)
);

CREATE TABLE handover (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  customership_uid VARCHAR NOT NULL,
  decision_uid VARCHAR,
  kind VARCHAR NOT NULL,
  from_line INTEGER,
  to_line INTEGER,
  from_adviser_uid VARCHAR NOT NULL,
  to_adviser_uid VARCHAR,
  to_team_uid VARCHAR NOT NULL,
  agreed_on DATE NOT NULL,
  goes_over_on DATE NOT NULL,
  reason VARCHAR,
  background VARCHAR DEFAULT '[]' NOT NULL,
  why VARCHAR,
  note VARCHAR NOT NULL,
  acknowledged_on DATE,
  acknowledged_by VARCHAR,
  removed INTEGER DEFAULT '0' NOT NULL,
  CONSTRAINT pk_handover PRIMARY KEY (id),
  CONSTRAINT uq_handover_uid UNIQUE (uid),
  CONSTRAINT fk_handover_customership_uid FOREIGN KEY(customership_uid) REFERENCES customership (uid),
  CONSTRAINT fk_handover_decision_uid FOREIGN KEY(decision_uid) REFERENCES line_decision (uid),
  CONSTRAINT fk_handover_from_adviser_uid FOREIGN KEY(from_adviser_uid) REFERENCES adviser (uid),
  CONSTRAINT fk_handover_to_adviser_uid FOREIGN KEY(to_adviser_uid) REFERENCES adviser (uid),
  CONSTRAINT fk_handover_to_team_uid FOREIGN KEY(to_team_uid) REFERENCES team (uid),
  CONSTRAINT fk_handover_acknowledged_by FOREIGN KEY(acknowledged_by) REFERENCES adviser (uid)
);

CREATE INDEX ix_handover_acknowledged_by ON handover (acknowledged_by);

CREATE INDEX ix_handover_customership_uid ON handover (customership_uid);

CREATE INDEX ix_handover_decision_uid ON handover (decision_uid);

CREATE INDEX ix_handover_from_adviser_uid ON handover (from_adviser_uid);

CREATE INDEX ix_handover_to_adviser_uid_acknowledged_on ON handover (to_adviser_uid, acknowledged_on);

CREATE INDEX ix_handover_to_team_uid ON handover (to_team_uid);

CREATE TABLE plan_item (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  revision_uid VARCHAR NOT NULL,
  side VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  phase VARCHAR,
  service VARCHAR,
  provider VARCHAR,
  requirement VARCHAR,
  by_date DATE,
  done_on DATE,
  position INTEGER NOT NULL,
  removed INTEGER DEFAULT '0' NOT NULL,
  CONSTRAINT pk_plan_item PRIMARY KEY (id),
  CONSTRAINT uq_plan_item_uid UNIQUE (uid),
  CONSTRAINT fk_plan_item_revision_uid FOREIGN KEY(revision_uid) REFERENCES plan_revision (uid)
);

CREATE INDEX ix_plan_item_revision_uid ON plan_item (revision_uid);

CREATE TABLE service_use (
  id INTEGER NOT NULL,
  uid VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL,
  customership_uid VARCHAR NOT NULL,
  plan_item_uid VARCHAR,
  service VARCHAR NOT NULL,
  provider VARCHAR,
  aim VARCHAR,
  state VARCHAR NOT NULL,
  line INTEGER,
  starts_on DATE,
  ends_on DATE,
  ended_on DATE,
  last_part VARCHAR,
  result VARCHAR,
  end_reason VARCHAR,
  client_judgement VARCHAR,
  adviser_judgement VARCHAR,
  partner_judgement VARCHAR,
  provider_feedback VARCHAR,
  need_changed INTEGER,
  judged_on DATE,
  next_step VARCHAR,
  removed INTEGER DEFAULT '0' NOT NULL,
  CONSTRAINT pk_service_use PRIMARY KEY (id),
  CONSTRAINT uq_service_use_uid UNIQUE (uid),
  CONSTRAINT fk_service_use_customership_uid FOREIGN KEY(customership_uid) REFERENCES customership (uid),
  CONSTRAINT fk_service_use_plan_item_uid FOREIGN KEY(plan_item_uid) REFERENCES plan_item (uid)
);

CREATE INDEX ix_service_use_customership_uid ON service_use (customership_uid);

CREATE INDEX ix_service_use_plan_item_uid ON service_use (plan_item_uid);
