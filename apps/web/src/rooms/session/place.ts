import { type Disinfected, directionNames, type NextStep, patchesOf } from '@stria/care';
import { type Session, type SessionEvent, zoneNames } from '@stria/record';

type Needle = Extract<SessionEvent, { step: 'started' }>['needle'];
type Part = 'hands' | 'look' | Disinfected | 'passes' | 'away' | 'aftercare' | 'close';

const partsOf: Record<Needle, readonly Part[]> = {
  'new-sealed-sterile': ['hands', 'look', 'surface', 'skin', 'passes', 'away', 'aftercare', 'close'],
  'own-reused': ['hands', 'look', 'surface', 'needle', 'skin', 'passes', 'away', 'aftercare', 'close'],
};

const disinfectTitle: Record<Disinfected, string> = {
  surface: 'Clean the surface',
  needle: 'Disinfect the needle',
  skin: 'Disinfect the skin',
  'needle-after': 'Disinfect the needle again',
};

/** Where in the session the next step lies, for “step 3 of 8”, and what its page is called. */
export function placeInSession(
  next: NextStep,
  session: Session,
  needle: Needle,
): { title: string; number: number; of: number } {
  const parts = partsOf[needle];
  const { part, title } = partOf(next, session);
  return { title, number: parts.indexOf(part) + 1, of: parts.length };
}

function partOf(next: NextStep, session: Session): { part: Part; title: string } {
  switch (next.step) {
    case 'blocked':
    case 'needle-refused':
      return { part: 'look', title: 'This needle cannot be used' };
    case 'held-up':
      return { part: 'hands', title: 'An answer has changed' };
    case 'wash-hands':
      return { part: 'hands', title: 'Wash your hands' };
    case 'check-needle':
      return { part: 'look', title: 'Look at the needles' };
    case 'disinfect':
    case 'wait':
    case 'finish-disinfection':
      return { part: next.of === 'needle-after' ? 'away' : next.of, title: disinfectTitle[next.of] };
    case 'pass': {
      const patches = patchesOf(session, next.zone);
      const where =
        patches === 1 ? zoneNames[next.zone] : `${zoneNames[next.zone]}, patch ${next.patch}\u00a0of\u00a0${patches}`;
      return { part: 'passes', title: `${capital(where)}: ${directionNames[next.direction]}` };
    }
    case 'look-at-zone':
      return { part: 'passes', title: `Look at the ${zoneNames[next.zone]}` };
    case 'put-needle-away':
      return { part: 'away', title: 'Put the needle away' };
    case 'aftercare':
      return { part: 'aftercare', title: 'The first 24 hours' };
    case 'close':
    case 'done':
      return { part: 'close', title: 'Close the session' };
  }
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
