-- Three labelled modes. Only an anonymous survey has a seal; the others keep who answered, and say so before the first question.
alter table survey drop constraint survey_mode_check;
alter table survey alter column seal_id drop not null;
alter table survey add check (mode in ('anonymous', 'confidential', 'named'));
alter table survey add check ((mode = 'anonymous') = (seal_id is not null));
-- Declared before the first answer: the languages, whether it is asked part by part, on which days those who have not
-- answered are reminded, whether roles are counted apart, and under how many people nothing is said of a place.
alter table survey add column languages jsonb not null default '["en", "es"]';
alter table survey add column in_parts boolean not null default false;
alter table survey add column reminders jsonb not null default '[]';
alter table survey add column by_role boolean not null default false;
alter table survey add column fewest int not null default 5 check (fewest >= 5);

-- An invitation may be written to more than once, each letter with a link of its own: a link cannot be read back from its hash.
create table survey_link (
  tenant_id uuid not null,
  id uuid not null,
  invitation_id uuid not null,
  token_hash bytea not null,
  reminder int not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  unique (tenant_id, invitation_id, reminder),
  foreign key (tenant_id, invitation_id) references survey_invitation (tenant_id, id)
);
call wall('survey_link', 'select, insert, delete');
insert into survey_link (tenant_id, id, invitation_id, token_hash)
  select tenant_id, gen_random_uuid(), id, token_hash from survey_invitation where token_hash is not null;
alter table survey_invitation drop column token_hash;
create index survey_invitation_of on survey_invitation (tenant_id, survey_id);
-- In which group somebody is counted, where groups were declared.
alter table survey_invitation add column role text;

-- Longer where a questionnaire has room for words; of one length within a survey.
alter table survey_answer drop constraint survey_answer_sealed_check;
alter table survey_answer add check (octet_length(sealed) % 1024 = 48);

-- A confidential or named answer. Read by no page as it is: counted by a job, handed out to whom its mode names alone.
create table survey_response (
  tenant_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  role text,
  answers jsonb not null,
  counted boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, survey_id) references survey (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index survey_response_uncounted on survey_response (tenant_id, survey_id) where not counted;
create index survey_response_of on survey_response (tenant_id, survey_id);
call wall('survey_response', 'select, insert, update');

-- How far the counting of confidential and named answers has come, place by place; secret, and gone with the close.
create table survey_tally (
  tenant_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  unit_id uuid not null,
  scale_key text not null,
  summary bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, survey_id, unit_id, scale_key),
  foreign key (tenant_id, survey_id) references survey (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
call wall('survey_tally', 'select, insert, update, delete');

-- What the schools below a place have in common and what sets them apart, worked out at the close while all of them were at hand.
alter table survey_summary add column schools jsonb;

-- Words that people wrote, of ten or more, in an order of chance, each on its own.
create table survey_text (
  tenant_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  unit_id uuid not null,
  item_key text not null,
  body text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, survey_id) references survey (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create index survey_text_of on survey_text (tenant_id, survey_id, unit_id);
call wall('survey_text', 'select, insert, delete');
