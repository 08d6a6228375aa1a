import { reportPage } from '@stria/report';
import type { JSX } from 'react';
import { today, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { KeepStatus } from '../../parts/keep-status.tsx';
import { Page } from '../../parts/page.tsx';
import { Paper } from '../../parts/paper.tsx';
import { useKeptBack } from '../photo/kept-back.tsx';
import { ChartPhoto } from '../photo/picture.tsx';
import '../photo/photo.css';
import './report.css';

/** Everything in the chart on paper: what the rules say today, the plan, the sessions, how the skin was, the photos. */
export default function ReportRoom(): JSX.Element {
  const { state } = useKeep();
  const keptBack = useKeptBack();
  const page = reportPage(state, { writtenOn: today() });
  return (
    <Page
      title="Report"
      back={{ to: '/settings', label: 'Settings' }}
      lead="Print it, or keep it as a PDF. Nothing is sent to anybody."
    >
      <div className="actions no-print">
        <Button onPress={print}>Print the report</Button>
      </div>
      <Paper
        page={page}
        photo={(block) => {
          const photo = state.photos.find((p) => p.id === block.photo);
          if (photo === undefined || keptBack === undefined || keptBack(photo.body.zone))
            return <p>{block.caption}: not shown.</p>;
          return (
            <figure className="paper-photo">
              <ChartPhoto photo={photo} label={block.caption} />
              <figcaption className="small soft">{block.caption}</figcaption>
            </figure>
          );
        }}
      />
      <KeepStatus />
    </Page>
  );
}
