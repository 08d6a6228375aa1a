import { type JSX, useId } from 'react';

export type PaintTool = 'paint' | 'erase' | 'move';
const tools: readonly { readonly tool: PaintTool; readonly name: string }[] = [
  { tool: 'paint', name: 'Brush' },
  { tool: 'erase', name: 'Eraser' },
  { tool: 'move', name: 'Move' },
];

/** What the hand holds, above the photo. */
export function HandTools(props: {
  readonly tool: PaintTool;
  readonly onTool: (tool: PaintTool) => void;
  readonly share: number;
  readonly limits: Limits;
  readonly onShare: (share: number) => void;
}): JSX.Element {
  return (
    <div className="paint-tools paint-hand">
      <fieldset className="tool-row">
        <legend className="hidden-text">Tool</legend>
        {tools.map(({ tool, name }) => (
          <button
            key={tool}
            type="button"
            className="tool"
            aria-pressed={props.tool === tool}
            onClick={() => props.onTool(tool)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <Slider
        label="Brush size"
        // Equal steps of the slider are equal factors of the width.
        value={toSlider(props.share, props.limits)}
        onChange={(v) => props.onShare(fromSlider(v, props.limits))}
      />
    </div>
  );
}

/** Steps back and forth, the zoom, and how strongly the paint shows; below the photo. */
export function StepTools(props: {
  readonly opacity: number;
  readonly onOpacity: (opacity: number) => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onStep: (step: 'undo' | 'redo') => void;
  readonly onClear: () => void;
  readonly onZoom: (factor: number) => void;
  readonly onWhole: () => void;
}): JSX.Element {
  return (
    <div className="paint-tools paint-steps">
      <fieldset className="tool-row">
        <legend className="hidden-text">Steps</legend>
        <ToolButton name="Undo" off={!props.canUndo} onPress={() => props.onStep('undo')} />
        <ToolButton name="Redo" off={!props.canRedo} onPress={() => props.onStep('redo')} />
        <ToolButton name="Clear" onPress={props.onClear} />
      </fieldset>
      <fieldset className="tool-row">
        <legend className="hidden-text">Zoom</legend>
        <ToolButton name="−" label="Zoom out" onPress={() => props.onZoom(1 / 1.5)} />
        <ToolButton name="Whole" label="Whole photo" onPress={props.onWhole} />
        <ToolButton name="+" label="Zoom in" onPress={() => props.onZoom(1.5)} />
      </fieldset>
      <Slider label="How strongly the paint shows" value={props.opacity * 100} onChange={(v) => props.onOpacity(v / 100)} />
    </div>
  );
}

function ToolButton(props: {
  readonly name: string;
  readonly label?: string;
  readonly off?: boolean;
  readonly onPress: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      className="tool"
      aria-label={props.label}
      aria-disabled={props.off === true ? true : undefined}
      onClick={() => (props.off === true ? undefined : props.onPress())}
    >
      {props.name}
    </button>
  );
}

function Slider(props: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}): JSX.Element {
  const id = useId();
  return (
    <div className="tool-slider">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        value={Math.round(props.value)}
        onChange={(event) => props.onChange(Number(event.currentTarget.value))}
      />
    </div>
  );
}

type Limits = { readonly least: number; readonly most: number };
const toSlider = (share: number, { least, most }: Limits): number => (100 * Math.log(share / least)) / Math.log(most / least);
const fromSlider = (value: number, { least, most }: Limits): number => least * (most / least) ** (value / 100);

/** The keys of the stage, on the screen and read out with it. */
export function PaintKeys({ id }: { readonly id: string }): JSX.Element {
  return (
    <details className="more">
      <summary>By keyboard, and on a touch screen</summary>
      <div id={id} className="stack-tight">
        <p>Two fingers move and zoom the photo. With a mouse, the wheel zooms.</p>
        <p>On the photo: arrow keys move the crosshair (with Shift in fine steps). Space puts the brush down and lifts it.</p>
        <p>B brush, E eraser, + and − brush size, U undo, R redo, Page Up and Page Down zoom, 0 whole photo.</p>
      </div>
    </details>
  );
}
