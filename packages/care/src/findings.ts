import {
  type Answers,
  allergies,
  causes,
  conditions,
  convention,
  type Day,
  medicineKinds,
  procedureKinds,
  type SourceId,
  signs,
  type Zone,
  zoneFindings,
  zones,
} from '@stria/record';
import { HOME_NEEDLE_LENGTH_MM } from './bounds.ts';
import { consultStanding } from './consult.ts';
import { type Rule, wordsOf } from './contraindications/rule.ts';
import { contraindications, type RuleCode } from './contraindications.ts';
import { endOf, findingWaits, holds, medicineWaits, procedureWaits, sayDay, type Wait } from './periods.ts';
import type { Reason } from './verdict.ts';
import { isNoGo, isScarProne, isThin, noGoCode, zonePermission } from './zones.ts';

/** What a clinic has set for itself. */
export interface ClinicSettings {
  /** Where its jurisdiction asks for a health setting from a needle depth on (Scotland: 1.5 mm). Off unless set. Source: b22. */
  readonly jurisdictionNeedsHealthSettingFromMm?: number;
}

/** A reason as the rules found it, before a consult is looked at. */
export interface Finding extends Reason {
  /** JSON pointer of the answer that caused it. */
  readonly at: string;
  readonly lifted?: 'never';
  readonly passing?: true;
}

type Gather = (a: Answers, clinic: ClinicSettings) => readonly Finding[];

/** Every rule that applies to these answers, in the order of the questions, each code once. Lists are read in any order. */
export function findFindings(answers: Answers, clinic: ClinicSettings): Finding[] {
  const byCode = new Map<string, Finding>();
  for (const finding of gatherers.flatMap((gather) => gather(answers, clinic))) {
    const earlier = byCode.get(finding.code);
    if (!earlier || (finding.until ?? '') > (earlier.until ?? '')) byCode.set(finding.code, finding);
  }
  return [...byCode.values()];
}

/** The finding of a row of the table, or nothing where the row does not speak in this setting. */
function found(a: Answers, code: RuleCode, at: string): Finding[] {
  const rule: Rule = contraindications[code];
  const level = rule[a.setting];
  if (level === 'none') return [];
  const { sources, lifted, passing } = rule;
  return [{ code, level, says: wordsOf(rule, a.setting), sources, at, ...(lifted && { lifted }), ...(passing && { passing }) }];
}

/** A wait that began on a day, where it still holds. */
function waiting(a: Answers, code: string, wait: Wait, from: Day, at: string): Finding[] {
  const until = endOf(from, wait, a.setting);
  if (!holds(a.asOf, until)) return [];
  const says = `${wait.says} Wait until ${sayDay(until)}, then answer again.`;
  return [{ code, level: 'wait', says, until, sources: wait.sources, at, ...(wait.passing && { passing: true }) }];
}

const ageFindings: Gather = (a) => {
  const at = '/ageYears';
  if (a.ageYears === undefined) return found(a, 'age-years-missing', at);
  if (a.ageYears < 18) return found(a, 'age-years-under-18', at);
  if (a.ageYears <= 21) return found(a, 'age-years-18-to-21', at);
  return a.ageYears > 65 ? found(a, 'age-years-over-65', at) : [];
};

const pregnancyCodes = {
  no: undefined,
  pregnant: 'pregnant',
  nursing: 'nursing',
  unsure: 'pregnancy-unsure',
} as const satisfies Record<NonNullable<Answers['pregnancy']>, RuleCode | undefined>;

const pregnancyFindings: Gather = (a) => {
  const code = a.pregnancy === undefined ? 'pregnancy-missing' : pregnancyCodes[a.pregnancy];
  return code ? found(a, code, '/pregnancy') : [];
};

const skinTypeCodes = {
  I: undefined,
  II: undefined,
  III: undefined,
  IV: 'skin-type-iv',
  V: 'skin-type-v',
  VI: 'skin-type-vi',
  unsure: 'skin-type-unsure',
} as const satisfies Record<NonNullable<Answers['skinType']>, RuleCode | undefined>;

const skinTypeFindings: Gather = (a) => {
  const code = a.skinType === undefined ? 'skin-type-missing' : skinTypeCodes[a.skinType];
  return code ? found(a, code, '/skinType') : [];
};

/** No-go zones stop everything only where nothing else is asked for; beside an allowed zone they are left out by name. */
const zonesAsked: Gather = (a) => {
  const asked = zones.filter((z) => a.zones?.includes(z));
  if (asked.length === 0) return found(a, 'zones-missing', '/zones');
  const level = asked.every(isNoGo) ? 'do-not' : 'notice';
  const at = (zone: Zone) => `/zones/${a.zones?.indexOf(zone)}`;
  return asked.flatMap((zone): Finding[] => {
    if (isScarProne(zone)) return found(a, `zone-${zone}`, at(zone));
    if (!isNoGo(zone)) return [];
    const { says, sources } = zonePermission(zone, a.setting);
    return [{ code: noGoCode(zone), level, says, sources, at: at(zone) }];
  });
};

/** Causes that stand for a change of the body; without one of them young marks are looked at by a doctor. Source: c30. */
const bodyChanges: readonly (typeof causes)[number][] = [
  'pregnancy',
  'puberty',
  'growth',
  'weight-gain',
  'weight-loss',
  'muscle-gain',
];
/** Whether a change of the body explains the marks. */
export const isExplained = ({ marks }: Answers): boolean => marks?.causes?.some((c) => bodyChanges.includes(c)) ?? false;

const causeCodes = {
  'corticosteroid-tablet': 'cause-corticosteroid-tablet',
  'corticosteroid-cream': 'cause-corticosteroid-cream',
  'corticosteroid-inhaled': 'cause-corticosteroid-inhaled',
  'cortisol-excess': 'cause-cortisol-excess',
  unknown: 'cause-unknown',
} as const satisfies Partial<Record<(typeof causes)[number], RuleCode>>;

/** A stage that is not said is read like one that is unsure: the marks may be red or purple. */
const marksFindings: Gather = (a) => {
  const { marks } = a;
  if (!marks) return found(a, 'marks-missing', '/marks');
  const wide = (marks.widestMm ?? 0) >= 10 && marks.stage !== 'alba';
  const young = marks.onsetMonthsAgo !== undefined && marks.onsetMonthsAgo < 12;
  return [
    ...(wide ? found(a, 'widest-mm-10-or-more', '/marks/widestMm') : []),
    ...(marks.fastGrowing ? found(a, 'fast-growing', '/marks/fastGrowing') : []),
    ...(young && !isExplained(a) ? found(a, 'onset-months-ago-under-12', '/marks/onsetMonthsAgo') : []),
    ...causes.flatMap((cause) => {
      const code = cause in causeCodes ? causeCodes[cause as keyof typeof causeCodes] : undefined;
      const index = marks.causes?.indexOf(cause) ?? -1;
      return code && index >= 0 ? found(a, code, `/marks/causes/${index}`) : [];
    }),
  ];
};

/** Lists whose values are the codes of their rows, read in the order of the vocabulary. */
const listed = <V extends string>(
  a: Answers,
  key: 'signs' | 'conditions' | 'zoneFindings' | 'allergies',
  missing: RuleCode,
  vocabulary: readonly V[],
  codeOf: (value: V) => RuleCode | undefined,
): Finding[] => {
  const list: readonly string[] | undefined = a[key];
  if (!list) return found(a, missing, `/${key}`);
  return vocabulary.flatMap((value) => {
    const code = list.includes(value) ? codeOf(value) : undefined;
    return code ? found(a, code, `/${key}/${list.indexOf(value)}`) : [];
  });
};

const signFindings: Gather = (a) => listed(a, 'signs', 'signs-missing', signs, (s) => s);

/** A pacemaker speaks only together with radiofrequency. */
const conditionFindings: Gather = (a) =>
  listed(a, 'conditions', 'conditions-missing', conditions, (c) => (c === 'pacemaker' ? undefined : c));

const skinFindings: Gather = (a) => [
  ...listed(a, 'zoneFindings', 'zone-findings-missing', zoneFindings, (f) => (f === 'sunburn' || f === 'tan' ? undefined : f)),
  ...(['sunburn', 'tan'] as const).flatMap((f) => {
    const index = a.zoneFindings?.indexOf(f) ?? -1;
    return index >= 0 ? waiting(a, f, findingWaits[f], a.asOf, `/zoneFindings/${index}`) : [];
  }),
];

const allergyFindings: Gather = (a) => listed(a, 'allergies', 'allergies-missing', allergies, (x) => `${x}-allergy` as const);

type MedicineKind = (typeof medicineKinds)[number];
/** What a medicine means while it is taken and after it was stopped, beside its waits (periods.ts). */
const medicineCodes: Record<MedicineKind, { readonly now?: RuleCode; readonly stopped?: RuleCode }> = {
  isotretinoin: { now: 'isotretinoin-now' },
  anticoagulant: { now: 'anticoagulant', stopped: 'anticoagulant' },
  antiplatelet: { now: 'antiplatelet', stopped: 'antiplatelet' },
  'corticosteroid-tablet': { now: 'corticosteroid-tablet-now' },
  'corticosteroid-cream-on-zone': { now: 'corticosteroid-cream-on-zone-now' },
  'corticosteroid-inhaled': {},
  immunosuppressant: { now: 'immunosuppressant-now', stopped: 'immunosuppressant-stopped' },
  chemotherapy: { now: 'chemotherapy-now', stopped: 'chemotherapy-stopped' },
  'retinoid-cream': {},
  'acid-or-peroxide-cream': {},
  photosensitiser: { now: 'photosensitiser-now' },
  antibiotic: { now: 'antibiotic-now' },
  biologic: { now: 'biologic-now' },
};
const medicineSources = (kind: MedicineKind): readonly SourceId[] => {
  const row = medicineCodes[kind].now;
  return (
    medicineWaits[kind]?.sources ??
    (row ? contraindications[row].sources : kind === 'corticosteroid-inhaled' ? ['i14'] : [convention])
  );
};

const medicineFindings: Gather = (a) => {
  if (!a.medicines) return found(a, 'medicines-missing', '/medicines');
  const list = a.medicines.map((m, i) => ({ ...m, at: `/medicines/${i}` }));
  const ordered = medicineKinds.flatMap((kind) =>
    (['current', 'stopped'] as const).flatMap((status) => list.filter((m) => m.kind === kind && m.status === status)),
  );
  return ordered.flatMap(({ kind, status, lastTaken, at }): readonly Finding[] => {
    const { now, stopped } = medicineCodes[kind];
    const wait = medicineWaits[kind];
    if (status === 'current') {
      if (now) return found(a, now, at);
      return wait ? waiting(a, `${kind}-recent`, wait, a.asOf, at) : [];
    }
    if (stopped) return found(a, stopped, at);
    if (lastTaken === undefined) return [dateMissing(kind, at)];
    return wait ? waiting(a, `${kind}-recent`, wait, lastTaken, at) : [];
  });
};

/** Without the day, a wait cannot be counted, so no consult lifts it; where no wait hangs on it, one may. */
function dateMissing(kind: MedicineKind, at: string): Finding {
  return {
    code: `${kind}-stopped-date-missing`,
    level: 'ask-first',
    says: 'You stopped this medicine, but the day is missing. Fill in the day on which you last took it, or ask a doctor.',
    sources: medicineSources(kind),
    at,
    ...(medicineWaits[kind] && { lifted: 'never' }),
  };
}

const procedureFindings: Gather = (a) => {
  if (!a.recentProcedures) return found(a, 'recent-procedures-missing', '/recentProcedures');
  const list = a.recentProcedures;
  return procedureKinds.flatMap((kind) =>
    list.flatMap((p, i) => {
      if (p.kind !== kind) return [];
      const at = `/recentProcedures/${i}`;
      return kind === 'radiotherapy'
        ? found(a, 'radiotherapy', at)
        : waiting(a, `${kind}-recent`, procedureWaits[kind], p.on, at);
    }),
  );
};

const needleFindings: Gather = (a, clinic) => {
  const { needle } = a;
  if (!needle) return found(a, 'needle-missing', '/needle');
  const length = needle.lengthMm;
  const at = '/needle/lengthMm';
  const thin = a.zones?.some((z) => isThin(z)) ?? false;
  const from = clinic.jurisdictionNeedsHealthSettingFromMm;
  const pacemaker = a.conditions?.includes('pacemaker') ?? false;
  const radio = needle.device === 'radiofrequency';
  return [
    ...(needle.usedByAnotherPerson ? found(a, 'needle-used-by-another-person', '/needle/usedByAnotherPerson') : []),
    ...(length > HOME_NEEDLE_LENGTH_MM ? found(a, 'needle-length-mm-over-home-limit', at) : []),
    ...(length > 2.5 ? found(a, 'needle-length-mm-over-2-5', at) : length > 2 ? found(a, 'needle-length-mm-over-2', at) : []),
    ...(thin && length > 1 ? found(a, 'needle-length-mm-on-thin-skin', at) : []),
    ...(from !== undefined && length >= from ? found(a, 'needle-length-mm-health-setting', at) : []),
    ...(radio ? found(a, 'radiofrequency', '/needle/device') : []),
    ...(radio && pacemaker ? found(a, 'radiofrequency-with-pacemaker', '/needle/device') : []),
  ];
};

const consultFindings: Gather = (a) => {
  const standing = consultStanding(a);
  switch (standing.state) {
    case 'missing':
      return found(a, 'consult-missing', '/consult');
    case 'expired':
      return found(a, 'consult-expired', '/consult/on');
    case 'advised-against':
      return found(a, 'consult-advised-against', '/consult/outcome');
    case 'limit-missing':
      return found(a, 'consult-needle-length-mm-max-missing', '/consult/needleLengthMmMax');
    case 'cleared':
      return standing.needle === 'exceeded' ? found(a, 'consult-needle-length-mm-max-exceeded', '/needle/lengthMm') : [];
  }
};

const gatherers: readonly Gather[] = [
  ageFindings,
  pregnancyFindings,
  skinTypeFindings,
  zonesAsked,
  marksFindings,
  signFindings,
  conditionFindings,
  medicineFindings,
  skinFindings,
  procedureFindings,
  allergyFindings,
  needleFindings,
  consultFindings,
];
