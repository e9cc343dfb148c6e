-- What a questionnaire is for, in each of its languages, as its title. What was written before stands under the first of them:
-- in which it was written is not known, and readers of the others read it as before. Both are changes of the tables, not of
-- rows: the walls show rows of one tenant alone, and these are everybody's.
alter table instrument alter column purpose type jsonb using jsonb_build_object(languages ->> 0, purpose);
alter table instrument_draft alter column document type jsonb using
  case
    when jsonb_typeof(document -> 'purpose') is distinct from 'string' then document
    when document ->> 'purpose' = '' then jsonb_set(document, '{purpose}', '{}')
    else jsonb_set(document, '{purpose}', jsonb_build_object(document -> 'languages' ->> 0, document -> 'purpose'))
  end;
