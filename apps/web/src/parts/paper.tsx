import type { Block, Page } from '@stria/report';
import type { JSX } from 'react';

/** A printable page of the report room on the screen and, by the print style, on paper. Photos are printed by the server only. */
export function Paper({ page }: { readonly page: Page }): JSX.Element {
  return (
    <article className="paper" lang={page.language}>
      {page.blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move
        <PaperBlock key={i} block={block} />
      ))}
    </article>
  );
}

function PaperBlock({ block }: { readonly block: Block }): JSX.Element | null {
  switch (block.type) {
    case 'heading':
      // The screen has its own h1 above the paper.
      return block.level === 3 ? <h3>{block.text}</h3> : <h2>{block.text}</h2>;
    case 'paragraph':
      return (
        <p className={block.weight === 'small' ? 'small soft' : undefined}>
          {block.weight === 'strong' ? <strong>{block.text}</strong> : block.text}
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return <PaperTable block={block} />;
    case 'lines':
      return (
        <div className="write-here">
          <p className="small">{block.label}</p>
          {Array.from({ length: block.count }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: empty lines are alike
            <hr key={i} />
          ))}
        </div>
      );
    case 'photo':
      return null;
  }
}

function PaperTable({ block }: { readonly block: Extract<Block, { type: 'table' }> }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways has to be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label={block.caption}>
      <table>
        <caption className="hidden-text">{block.caption}</caption>
        <thead>
          <tr>
            {block.head.map((h) => (
              <th key={h} scope="col">
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, i) => (
                <td key={block.head[i]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
