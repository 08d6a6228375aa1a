import type { JSX } from 'react';
import { Route, Routes } from 'react-router';
import { ConsultNote } from './consult-note.tsx';
import { ConsultSheet } from './consult-sheet.tsx';
import { Control } from './control.tsx';
import { Expect } from './expect.tsx';
import { Goals } from './goals.tsx';
import { History } from './history.tsx';
import { Hub } from './hub.tsx';
import { Onset } from './onset.tsx';
import { Plan } from './plan.tsx';
import { Questions } from './questions.tsx';
import { VerdictPage } from './verdict-page.tsx';

/** The way from “what is this?” to a plan: expectations, questions, verdict, the doctor's word, dates. */
export default function Start(): JSX.Element {
  return (
    <Routes>
      <Route index element={<Hub />} />
      <Route path="expect" element={<Expect />} />
      <Route path="goals" element={<Goals />} />
      <Route path="questions/*" element={<Questions />} />
      <Route path="verdict" element={<VerdictPage />} />
      <Route path="history" element={<History />} />
      <Route path="onset" element={<Onset />} />
      <Route path="control" element={<Control />} />
      <Route path="consult-sheet" element={<ConsultSheet />} />
      <Route path="consult" element={<ConsultNote />} />
      <Route path="plan" element={<Plan />} />
      <Route path="*" element={<Hub />} />
    </Routes>
  );
}
