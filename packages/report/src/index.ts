export * from './answers.ts';
export * from './calendar.ts';
export * from './expectations.ts';
export * from './fhir.ts';
export { type Block, notAdvice, type Page } from './page.ts';
export * from './progress.ts';
export * from './report.ts';
export * from './sheet.ts';
export * from './verdict.ts';
