import { type Disinfected, directionNames, type NextStep } from '@stria/care';
import { type SessionEvent, zoneNames } from '@stria/record';

type Needle = Extract<SessionEvent, { step: 'started' }>['needle'];
type Part = 'hands' | Disinfected | 'passes' | 'away' | 'aftercare' | 'close';

const partsOf: Record<Needle, readonly Part[]> = {
  'new-sealed-sterile': ['hands', 'surface', 'skin', 'passes', 'away', 'aftercare', 'close'],
  'own-reused': ['hands', 'surface', 'needle', 'skin', 'passes', 'away', 'aftercare', 'close'],
};

const disinfectTitle: Record<Disinfected, string> = {
  surface: 'Clean the surface',
  needle: 'Disinfect the needle',
  skin: 'Disinfect the skin',
  'needle-after': 'Disinfect the needle again',
};

/** Where in the session the next step lies, for “step 3 of 7”, and what its page is called. */
export function placeInSession(next: NextStep, needle: Needle): { title: string; number: number; of: number } {
  const parts = partsOf[needle];
  const { part, title } = partOf(next);
  return { title, number: parts.indexOf(part) + 1, of: parts.length };
}

function partOf(next: NextStep): { part: Part; title: string } {
  switch (next.step) {
    case 'blocked':
      return { part: 'hands', title: 'This needle cannot be used' };
    case 'wash-hands':
      return { part: 'hands', title: 'Wash your hands' };
    case 'disinfect':
    case 'wait':
    case 'finish-disinfection':
      return { part: next.of === 'needle-after' ? 'away' : next.of, title: disinfectTitle[next.of] };
    case 'pass':
      return { part: 'passes', title: `${capital(zoneNames[next.zone])}: ${directionNames[next.direction]}` };
    case 'put-needle-away':
      return { part: 'away', title: 'Put the needle away' };
    case 'aftercare':
      return { part: 'aftercare', title: 'The first 24 hours' };
    case 'close':
    case 'done':
      return { part: 'close', title: 'Close the session' };
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
