export type { ClinicSettings } from './findings.ts';
export * from './methods.ts';
export { sayDay } from './periods.ts';
export * from './screening.ts';
export * from './verdict.ts';
export { hasSides, isNoGo, mayPhotograph, refuseZones, type ZonePermission, zonePermission } from './zones.ts';
