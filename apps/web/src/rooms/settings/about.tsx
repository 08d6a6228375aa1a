import type { JSX } from 'react';
import { Card } from '../../parts/card.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { clinicallyReviewedBy, intendedPurpose, notAdvice } from '../purpose.ts';

/** What stria is and is not, for whoever wants the whole of it on one page. */
export function About(): JSX.Element {
  return (
    <Page title="About stria" back={{ to: '/settings', label: 'Settings' }}>
      <Card title="What it is for">
        {intendedPurpose.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Card>
      <Notice tone="wait" title={clinicallyReviewedBy}>
        <p>{notAdvice} The rules come from published work, each with its source, and from conventions that say so.</p>
      </Notice>
      <Card title="Who must not needle at home">
        <ul>
          <li>anyone under 18</li>
          <li>during pregnancy and while nursing</li>
          <li>with an infection, rash, open wound, cold sore or unexplained spot on the place</li>
          <li>
            with keloids (scars that grow past the wound), a bleeding disorder, a disease of the connective tissue, a weak
            immune system or Cushing syndrome
          </li>
          <li>
            on isotretinoin (and for six months after), steroid tablets, chemotherapy or medicines that hold the immune system
            down
          </li>
          <li>with an allergy to steel, or with a needle that another person has used</li>
        </ul>
        <p>This list is short on purpose. The questions ask about everything, and they ask again on the day of each session.</p>
      </Card>
      <Card title="Get medical help now, without asking an app">
        <p>
          Fever of 38 °C or more after a session, redness that spreads fast, trouble breathing, swelling of lips or face,
          fainting, confusion, a racing pulse: call the emergency number of your country.
        </p>
      </Card>
    </Page>
  );
}
