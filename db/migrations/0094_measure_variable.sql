-- A measure may tell about a variable of a framework, beside a goal or a driver.
alter table measure add column framework_key text;
alter table measure add column variable_key text;
alter table measure add check ((framework_key is null) = (variable_key is null));
alter table measure add foreign key (framework_key, variable_key) references reference.framework_variable (framework_key, variable_key);
