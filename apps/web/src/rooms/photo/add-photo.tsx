import { type Problem, type Zone, zoneNames } from '@stria/record';
import { type JSX, useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Card } from '../../parts/card.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { ruleOnPhoto } from './age.ts';
import { AgeQuestion } from './age-question.tsx';
import { FileChooser } from './file-chooser.tsx';
import { PhotoTips } from './frame-page.tsx';
import { type AboutPhoto, type ChosenPhoto, keepPhoto, readChosen } from './intake.ts';
import { useKnownAges } from './known-age.ts';
import { placeKey, placeName } from './place.ts';
import { ReviewPhoto } from './review-photo.tsx';
import { likelyWhere, readWhere, type Where } from './where.ts';
import { WhereCard } from './where-card.tsx';

/** Taking or choosing a photo: where first, then the file, then what the person says of it; kept only on “Keep”. */
export function AddPhoto(): JSX.Element {
  const [where, setWhere] = useWhere();
  const [ages, readAges] = useKnownAges();
  const ruling = where === undefined || ages === undefined ? undefined : ruleOnPhoto(where.zone, ages, today());
  return (
    <Page title="Add a photo" back={{ to: '/photos', label: 'Photos' }}>
      <WhereCard where={where} onChange={setWhere} />
      {where !== undefined && ruling === 'ask-age' ? <AgeQuestion zone={where.zone} onKept={readAges} /> : null}
      {where !== undefined && ruling === 'refused' ? <TooYoung zone={where.zone} /> : null}
      {where !== undefined && ruling === 'allowed' ? <ChooseAndKeep where={where} /> : null}
    </Page>
  );
}

function ChooseAndKeep({ where }: { readonly where: Where }): JSX.Element {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ChosenPhoto>();
  const [reading, setReading] = useState(false);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const { busy, problems, run } = useAct();
  const turn = useRef(0);
  const open = async (file: File) => {
    turn.current += 1;
    const mine = turn.current;
    setReading(true);
    setChosen(undefined);
    setRefused([]);
    const read = await readChosen(file);
    // Only the file that was chosen last counts.
    if (mine !== turn.current) return;
    setReading(false);
    if (read.ok) setChosen(read.value);
    else setRefused(read.problems);
  };
  const save = async (photo: ChosenPhoto, about: Omit<AboutPhoto, keyof Where>) => {
    let id = '';
    await run(async () => {
      const kept = await keepPhoto(photo, { ...where, ...about });
      if (!kept.ok) return kept;
      id = kept.value.photo.id;
      return kept.value.bother;
    });
    // The photo is kept even where its bother score was not: its own page asks for that again.
    if (id !== '') await navigate(`/photos/${id}`, { replace: true });
  };
  return (
    <>
      <Card title={`Photo of the ${placeName(where)}`}>
        <FileChooser again={chosen !== undefined} busy={reading || busy} onChoose={(file) => void open(file)} />
        <p role="status" className="soft">
          {reading ? 'Opening the photo…' : ''}
        </p>
        <ErrorNotice
          problems={refused}
          kept="Nothing of this file was kept. Everything that was saved before is still on this device."
        />
        <details className="more">
          <summary>How to take a photo that can be compared</summary>
          <PhotoTips />
          <p>
            <Link to="/photos/frame">The frame to print</Link>
          </p>
        </details>
      </Card>
      {chosen === undefined ? null : (
        <ReviewPhoto
          key={`${turn.current} ${placeKey(where)}`}
          chosen={chosen}
          where={where}
          busy={busy}
          problems={problems}
          onKeep={(about) => void save(chosen, about)}
          onLeave={() => setChosen(undefined)}
        />
      )}
    </>
  );
}

function TooYoung({ zone }: { readonly zone: Zone }): JSX.Element {
  return (
    <Notice tone="stop" title={`Under 18, stria keeps no photos of the ${zoneNames[zone]}`}>
      <p>
        This is the same for everybody, and it is there to protect you. Nothing was taken or kept. Other places can be
        photographed, and notes and check-ins work for every place.
      </p>
      <p>If marks there worry you, a doctor or a school nurse can look at them with you in person.</p>
    </Notice>
  );
}

const ROOM = 'photo-where';

/** The place that was chosen, kept through a reload: some phones end the page while the camera is open. */
function useWhere(): readonly [Where | undefined, (where: Where) => void] {
  const { state } = useKeep();
  const [where, setWhere] = useState<Where>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page comes
  useEffect(() => {
    void keep.readDraft(ROOM).then((draft) => setWhere((chosen) => chosen ?? readWhere(draft) ?? likelyWhere(state)));
  }, []);
  const choose = (next: Where) => {
    setWhere(next);
    void keep.saveDraft(ROOM, next);
  };
  return [where, choose];
}
