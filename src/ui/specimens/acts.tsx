import { ActionForm, Button, LinkButton } from '../button.tsx'
import { TextArea } from '../fields.tsx'
import { Form } from '../form.tsx'
import { Ask } from '../menu.tsx'
import { Specimen } from './specimen.tsx'

/** Buttons in every state. */
export function ActSpecimens() {
  return (
    <Specimen title="Acts">
      <div class="row-of-acts">
        <Button kind="main">Lend the book</Button>
        <Button kind="main" icon="check">
          Accept
        </Button>
        <Button>Put it back</Button>
        <Button icon="pencil">Edit</Button>
        <Button kind="quiet" icon="plus">
          Add a shelf
        </Button>
        <Button kind="needs" icon="trash-2">
          Remove for good
        </Button>
        <LinkButton href="#acts" icon="arrow-right">
          Go on
        </LinkButton>
        <Button icon="ellipsis" label="More" />
      </div>
      <div class="row-of-acts">
        <Button size="small">Small</Button>
        <Button size="small" kind="main">
          Small main
        </Button>
        <Button size="small" kind="quiet" icon="x">
          Dismiss
        </Button>
        <Button size="small" icon="pencil" label="Edit" />
      </div>
      <ActionForm
        action="/specimen"
        label="Close the shelf"
        whyNot="Two books are still out. The shelf can be closed when they are back."
      />
      <div class="row-of-acts">
        <Ask id="ask-why" label="Take it out" title="Why does this book leave the shelf?" icon="archive">
          <Form action="/specimen" id="why">
            <TextArea name="reason" label="Reason" hint="One sentence that a colleague will understand next year." />
            <Button kind="main">Take it out</Button>
          </Form>
        </Ask>
        <Ask id="ask-never" label="Give it away" title="" whyNot="Only whoever brought it can give it away." />
      </div>
    </Specimen>
  )
}
