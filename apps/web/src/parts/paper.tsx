import type { Block, Page } from '@stria/report';
import type { JSX } from 'react';

type PhotoBlock = Extract<Block, { type: 'photo' }>;

/** A printable page of the report room on the screen and, by the print style, on paper; `photo` draws its photos, if it has any. */
export function Paper({
  page,
  photo = () => null,
}: {
  readonly page: Page;
  readonly photo?: (block: PhotoBlock) => JSX.Element | null;
}): JSX.Element {
  return (
    <article className="paper" lang={page.language}>
      {page.blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move
        <PaperBlock key={i} block={block} photo={photo} />
      ))}
    </article>
  );
}

function PaperBlock({
  block,
  photo,
}: {
  readonly block: Block;
  readonly photo: (block: PhotoBlock) => JSX.Element | null;
}): JSX.Element | null {
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
      return photo(block);
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
          {block.rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move, and two may read alike
            <tr key={i}>
              {row.map((cell, column) => (
                <td key={block.head[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
