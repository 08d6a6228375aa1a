import { planCourse, validateRequestDays } from '@stria/care';
import { type CourseRequest, check, courseRequestSchema, ok, type Result } from '@stria/record';
import { writeCalendar } from '@stria/report';
import { type Command, checkedWith, readJsonFileAs } from './command.ts';

/** `stria plan REQUEST [--ics]`: the days of a course within the rules, or every problem with the wish. */
export const planCommand: Command = {
  name: 'plan',
  summary: 'answers and a start -> the days of a course, or a calendar',
  usage:
    'stria plan REQUEST [--ics]   (a file {"answers", "start", "sessions"?, "intervalDays"?, "passesPerDirection"?} as JSON, or - for standard input) prints the course; with --ics an iCalendar file that names neither body nor treatment.',
  options: { ics: { type: 'boolean' } },
  positionals: 1,
  async run({ positionals: [path = '-'], options }) {
    // With a sound schema planCourse names the days itself, beside every other problem of the wish.
    const request = await readJsonFileAs(path, (value): Result<CourseRequest> => {
      const read = check(courseRequestSchema, value);
      return read.ok ? read : checkedWith(read, validateRequestDays(value));
    });
    if (!request.ok) return request;
    const course = planCourse(request.value);
    if (!course.ok) return course;
    return ok(
      options.ics === true ? { text: writeCalendar(course.value, request.value.answers.asOf) } : { json: course.value },
    );
  },
};
