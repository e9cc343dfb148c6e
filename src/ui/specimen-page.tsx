import { PageHead } from './page-parts.tsx'
import { ActSpecimens } from './specimens/acts.tsx'
import { EntrySpecimens } from './specimens/entries.tsx'
import { FigureSpecimens } from './specimens/figures.tsx'
import { GroundSpecimens } from './specimens/ground.tsx'
import { ListSpecimens } from './specimens/lists.tsx'
import { SignSpecimens } from './specimens/signs.tsx'
import { WaySpecimens } from './specimens/ways.tsx'

/** Every component in every state, to be looked at after every change of a style. Its texts are of another trade, so that no component learns ours. */
export function SpecimenPage() {
  return (
    <>
      <PageHead
        title="The parts that pages are made of"
        lead="A lending house for books, so that nothing here knows what the program is about."
      />
      <GroundSpecimens />
      <ActSpecimens />
      <EntrySpecimens />
      <SignSpecimens />
      <ListSpecimens />
      <WaySpecimens />
      <FigureSpecimens />
    </>
  )
}
