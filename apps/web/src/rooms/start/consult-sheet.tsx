import './consult-sheet.css';
import { standingOn } from '@stria/care';
import { consultSheet } from '@stria/report';
import type { JSX } from 'react';
import { today, useKeep } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Page } from '../../parts/page.tsx';
import { Paper } from '../../parts/paper.tsx';

/** The sheet that goes to the doctor on paper: answers, what the rules said, what to ask, room to write. */
export function ConsultSheet(): JSX.Element {
  const { state } = useKeep();
  const standing = standingOn(state, today());
  const back = { to: '/start', label: 'May I?' };
  if (standing === undefined) {
    return (
      <Page title="Sheet for the doctor" back={back} lead="The sheet is made from your answers. There are none yet.">
        <div className="actions">
          <ButtonLink to="/start/questions">Answer the questions</ButtonLink>
        </div>
      </Page>
    );
  }
  const sheet = consultSheet(standing.answers, standing.verdict, {
    writtenOn: today(),
    ...(state.alias === undefined ? {} : { alias: state.alias }),
    ...(state.onset === undefined ? {} : { onset: state.onset.body }),
    ...(state.controlRegion === undefined ? {} : { controlRegion: state.controlRegion.body }),
  });
  return (
    <Page title={sheet.title} back={back} lead="Print it, or show it on the screen. Nothing is sent to anybody.">
      <div className="actions no-print">
        <Button onPress={print}>Print the sheet</Button>
        <ButtonLink to="/start/consult" look="quiet">
          I have asked: note what they said
        </ButtonLink>
      </div>
      <Paper page={sheet} />
    </Page>
  );
}
