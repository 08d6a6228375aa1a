import * as care from '@stria/care';
import { type CheckInReport, parseCheckInReport, settings, symptomCodes, zones } from '@stria/record';
import { contraindications } from '../packages/care/src/contraindications.ts';
import { findingWaits, medicineWaits, procedureWaits, type Wait } from '../packages/care/src/periods.ts';

/**
 * Every rule of care as a row: its code, what it means at home and in a clinic, what a person reads, what it rests on. Rules that
 * are data are read; those that are functions are asked.
 */
export interface RuleRow {
  readonly group: string;
  readonly code: string;
  readonly home: string;
  readonly clinic: string;
  readonly says: string;
  readonly sources: readonly string[];
}

export function rules(): RuleRow[] {
  return [...screeningRules(), ...waitRules(), ...zoneRules(), ...productRules(), ...packRules(), ...checkInRules()];
}

const screeningRules = (): RuleRow[] =>
  Object.entries(contraindications).map(([code, rule]) => ({
    group: 'Screening',
    code,
    home: rule.home,
    clinic: rule.professional,
    says: rule.says,
    sources: rule.sources,
  }));

function waitRules(): RuleRow[] {
  const written = (code: string, wait: Wait): RuleRow => ({
    group: 'Waits that end on a date',
    code,
    home: periodWords(wait, 'home'),
    clinic: periodWords(wait, 'professional'),
    says: wait.says,
    sources: wait.sources,
  });
  return [
    // Isotretinoin and steroid tablets have a row of their own among the contraindications; the period stands here.
    ...Object.entries(medicineWaits).map(([kind, wait]) => written(`${kind}-recent`, wait)),
    ...Object.entries(findingWaits).map(([kind, wait]) => written(kind, wait)),
    ...Object.entries(procedureWaits).map(([kind, wait]) => written(`${kind}-recent`, wait)),
  ];
}

function periodWords(wait: Wait, setting: 'home' | 'professional'): string {
  const period = 'home' in wait.period ? wait.period[setting] : wait.period;
  return period.months === undefined ? `wait ${period.days} days` : `wait ${period.months} months`;
}

const zoneRules = (): RuleRow[] =>
  zones.flatMap((zone) => {
    const [home, clinic] = settings.map((setting) => care.zonePermission(zone, setting));
    if (home?.code === undefined || clinic === undefined || home.code in contraindications) return [];
    const { permission: atHome, code, says, sources } = home;
    return [{ group: 'Zones', code, home: atHome, clinic: clinic.permission, says, sources }];
  });

function productRules(): RuleRow[] {
  return care.ingredientClasses.map((of) => {
    const { name, says, sources, waitsLike, clinicMayAllow } = care.ingredients[of];
    const naming = care.builtInPack.aftercare.items.filter((i) => i.products.includes(waitsLike));
    const after = `from ${Math.max(...naming.map((i) => i.fromHours))} h after`;
    return {
      group: 'Products on needled skin',
      code: `${of}-ingredient`,
      home: `never during; ${after}`,
      clinic: `${clinicMayAllow ? 'by the pack' : 'never'} during; ${after}`,
      says: `${name}: ${says}`,
      sources,
    };
  });
}

function packRules(): RuleRow[] {
  const { zones: rows, hygiene, aftercare } = care.builtInPack;
  const group = 'The built-in protocol pack';
  const same = (code: string, when: string, says: string, sources: readonly string[]): RuleRow => ({
    group,
    code,
    home: when,
    clinic: when,
    says,
    sources,
  });
  return [
    ...rows.map((r) => {
      const words = `${r.needleLengthMmMax} mm, ${r.intervalDaysMin} days`;
      const home = r.setting === 'home';
      return {
        group,
        code: `pack-${r.setting}-${r.needleLengthMmMax}mm`,
        home: home ? words : 'none',
        clinic: home ? 'none' : words,
        says: `${r.zones.join(', ')}: needles up to ${r.needleLengthMmMax} mm, ${r.passesPerDirection} passes a direction (${r.passesPerDirectionMax} at most), ${r.intervalDays} days between sessions (${r.intervalDaysMin} at least), until ${r.endpoint}; may go on: ${r.glides.join(', ')}.`,
        sources: r.sources,
      };
    }),
    ...Object.entries(hygiene).map(([of, h]) => same(`disinfect-${of}`, `${h.contactSeconds} s`, h.says, h.sources)),
    ...aftercare.phases.map((p) => same(`phase-${p.id}`, `from ${p.fromHours} h`, p.says, p.sources)),
    ...aftercare.items.map((i) => same(`item-${i.id}`, `from ${i.fromHours} h`, `${i.says}. ${i.why}`, i.sources)),
  ];
}

/** What each symptom leads to, asked of the triage itself at every hour at which it can change. */
function checkInRules(): RuleRow[] {
  const found = new Map<string, RuleRow>();
  const take = (report: unknown, when: string) => {
    const parsed = parseCheckInReport(report);
    if (!parsed.ok) throw new Error(`the probe is no check-in: ${JSON.stringify(parsed.problems)}`);
    const { advice, reasons } = care.advise(parsed.value as CheckInReport);
    const [reason] = reasons;
    if (reason === undefined) return;
    const key = `${reason.code} ${advice}`;
    if (found.has(key)) return;
    const { says, sources } = reason;
    found.set(key, { group: 'Check-ins', code: reason.code, home: advice, clinic: advice, says: `${says} (${when})`, sources });
  };
  take({ hoursSinceSession: 6, temperatureC: 38, symptoms: [] }, '38 °C or more');
  for (const code of symptomCodes)
    for (const hoursSinceSession of [1, 12, 24, 72, 168, 336, 1343, 1345])
      for (const severity of [1, 3])
        for (const trend of ['better', 'same', 'worse'])
          take(
            { hoursSinceSession, symptoms: [{ code, severity, trend }] },
            `seen at ${hoursSinceSession} h, strength ${severity}, ${trend}`,
          );
  return [...found.values()];
}

/** A sentence of the product that cites something, and where it stands. */
export interface Citation {
  readonly place: string;
  readonly says: string;
  readonly sources: readonly string[];
}

/** The same tables under a second name, or derived from one that is read: read once. */
const readElsewhere = new Set(['methodRows', 'ingredients', 'builtInPack']);

/** Where a table of care is met by a person; one that has no words here stands under its own name. */
const tableWords: Readonly<Record<string, string>> = {
  methods: 'What people do',
  riskRows: 'What can go wrong',
  riskSummary: 'What can go wrong, in short',
  helpLists: 'Get help now',
  prevalence: 'How common they are, counts',
  prevalenceSentences: 'How common they are, sentences',
  meanwhileRows: 'While waiting',
  hygiene: 'Disinfecting',
  goalWords: 'Goals',
  goingAnswers: 'How is the waiting?',
  bleedingAdvice: 'Blood in a session',
};

/** Every rule, and everything else that care exports and that cites a source. */
export function citations(): Citation[] {
  const found: Citation[] = rules().map((r) => ({ place: `${r.group}: ${r.code}`, says: r.says, sources: r.sources }));
  const walk = (value: unknown, place: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) return;
    const row = value as Record<string, unknown>;
    if (Array.isArray(row.sources) && typeof (row.says ?? row.title ?? row.name ?? row.who) === 'string') {
      const says = String(row.says ?? row.title ?? row.name ?? row.who);
      found.push({ place: place.join(' › '), says, sources: row.sources as string[] });
    }
    for (const [key, inner] of Object.entries(row)) {
      const own = Array.isArray(value) && typeof inner === 'object' && inner !== null ? nameOf(inner, key) : key;
      walk(inner, [...place, own]);
    }
  };
  for (const [name, value] of Object.entries(care)) if (!readElsewhere.has(name)) walk(value, [tableWords[name] ?? name]);
  return found;
}

function nameOf(row: object, index: string): string {
  const { id, code, value } = row as Record<string, unknown>;
  const name = id ?? code ?? value;
  return typeof name === 'string' ? name : String(Number(index) + 1);
}
