-- A page of a state's districts reads thousands of these as text and takes them apart itself: jsonb would be written out anew for each reader.
alter table survey_summary alter column counts type json using counts::json, alter column moments type json using moments::json;
