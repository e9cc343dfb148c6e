-- What lies directly below a place is read in one walk along an index, not by a look-up for each place.
alter table survey_summary add column parent_id uuid;
alter table survey_summary add foreign key (tenant_id, parent_id) references unit (tenant_id, id);
create index survey_summary_parent on survey_summary (tenant_id, survey_id, parent_id);
update survey_summary set parent_id = survey_unit.parent_id
  from survey_unit
  where survey_unit.tenant_id = survey_summary.tenant_id
    and survey_unit.survey_id = survey_summary.survey_id
    and survey_unit.unit_id = survey_summary.unit_id;
