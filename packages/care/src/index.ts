export * from './admission.ts';
export * from './aftercare.ts';
export { type Aged, ageAtLeast } from './age.ts';
export * from './checkin.ts';
export { emergencyNumber, type HelpList, helpLists } from './checkin-help.ts';
export * from './course.ts';
export * from './density.ts';
export * from './diary.ts';
export type { ClinicSettings } from './findings.ts';
export * from './goals.ts';
export * from './intensity.ts';
export * from './methods.ts';
export * from './methods-table.ts';
export * from './patience.ts';
export { monthNames, sayDay } from './periods.ts';
export * from './prevalence.ts';
export * from './products.ts';
export * from './products-ingredients.ts';
export * from './protocol.ts';
export * from './questions.ts';
export * from './quiz.ts';
export * from './risks.ts';
export * from './risks-table.ts';
export * from './screening.ts';
export * from './session.ts';
export * from './shelf.ts';
export * from './standing.ts';
export * from './standing-plan.ts';
export * from './verdict.ts';
export * from './verdict-concerns.ts';
export * from './wording.ts';
export {
  answerPlaces,
  hasSides,
  isNeedled,
  isNoGo,
  mayChoosePoint,
  mayPhotograph,
  placesOf,
  refuseZones,
  type ZonePermission,
  zonePermission,
} from './zones.ts';
