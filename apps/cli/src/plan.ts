import { planCourse } from '@stria/care';
import { check, courseRequestSchema, ok } from '@stria/record';
import { writeCalendar } from '@stria/report';
import { type Command, readJsonFile } from './command.ts';

/** `stria plan REQUEST [--ics]`: the days of a course within the rules, or every problem with the wish. */
export const planCommand: Command = {
  name: 'plan',
  summary: 'answers and a start -> the days of a course, or a calendar',
  usage:
    'stria plan REQUEST [--ics]   (a file {"answers", "start", "sessions"?, "intervalDays"?, "passesPerDirection"?} as JSON, or - for standard input) prints the course; with --ics an iCalendar file that names neither body nor treatment.',
  options: { ics: { type: 'boolean' } },
  positionals: 1,
  async run({ positionals: [path = '-'], options }) {
    const json = await readJsonFile(path);
    if (!json.ok) return json;
    const request = check(courseRequestSchema, json.value);
    if (!request.ok) return request;
    const course = planCourse(request.value);
    if (!course.ok) return course;
    return ok(
      options.ics === true ? { text: writeCalendar(course.value, request.value.answers.asOf) } : { json: course.value },
    );
  },
};
