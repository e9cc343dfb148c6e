-- The counted place above a place, written at the close: the list of a district's schools is one walk along an index, however
-- many schools its state has.
alter table survey_unit add column parent_id uuid;
alter table survey_unit add foreign key (tenant_id, parent_id) references unit (tenant_id, id);
create index survey_unit_parent on survey_unit (tenant_id, survey_id, parent_id);
