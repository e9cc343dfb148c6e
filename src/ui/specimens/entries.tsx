import { Button } from '../button.tsx'
import { Check, Choice, Choices, Select } from '../choices.tsx'
import { DateField, FileField, NumberField, TextArea, TextField } from '../fields.tsx'
import { Fieldset, Form } from '../form.tsx'
import { Specimen } from './specimen.tsx'

const rooms = [
  { value: 'hall', label: 'Reading hall' },
  { value: 'attic', label: 'Attic' },
]

const faulty = {
  values: { title: '', pages: 'many', shelf: 'attic' },
  errors: {
    title: 'Write the title as it stands on the cover.',
    pages: 'Write the number of pages in digits, such as 240.',
    care: 'Choose how it should be kept.',
  },
}

/** Every field, as it comes and as it comes back. */
export function EntrySpecimens() {
  return (
    <Specimen title="Forms">
      <div class="columns">
        <FreshForm />
        <FaultyForm />
      </div>
      <Form action="/specimen" method="get" kind="line" id="filter">
        <Select name="room" label="Room" options={rooms} empty="All rooms" optional />
        <TextField name="word" label="Word" optional width="middle" />
        <Button icon="filter">Show</Button>
      </Form>
    </Specimen>
  )
}

function FreshForm() {
  return (
    <Form action="/specimen" id="fresh">
      <TextField name="title" label="Title" hint="As it stands on the cover." value="The Wind in the Reeds" />
      <TextArea name="about" label="What is it about?" optional placeholder="A sentence or two" />
      <Select name="room" label="Room" options={rooms} value="hall" />
      <DateField name="day" label="In the house since" value="2026-09-01" />
      <NumberField name="pages" label="Length" unit="pages" value={240} />
      <FileField name="cover" label="Picture of the cover" optional accept="image/*" />
      <Check name="loan" label="It may leave the house" hint="For two weeks at a time." checked />
      <Button kind="main">Put it on the shelf</Button>
    </Form>
  )
}

function FaultyForm() {
  return (
    <Form action="/specimen" id="faulty" state={faulty}>
      <TextField name="title" label="Title" />
      <NumberField name="pages" label="Length" unit="pages" />
      <Choice
        name="care"
        label="How should it be kept?"
        options={[
          { value: 'open', label: 'On the open shelf', hint: 'Everyone can take it.' },
          { value: 'glass', label: 'Behind glass' },
          { value: 'safe', label: 'In the safe', disabled: true },
        ]}
      />
      <Fieldset legend="Who may see it" hint="Nobody else will know that it is there.">
        <Choices
          name="who"
          label="Circles"
          labelUnseen
          values={['staff']}
          line
          options={[
            { value: 'staff', label: 'Staff' },
            { value: 'friends', label: 'Friends' },
            { value: 'all', label: 'Everyone' },
          ]}
        />
      </Fieldset>
      <Button kind="main">Put it on the shelf</Button>
    </Form>
  )
}
