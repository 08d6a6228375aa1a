import type { BlobRef, Problem, Result } from '@stria/record';
import { type JSX, useEffect, useState } from 'react';
import { work } from '../../bench/bench.ts';
import { photoSource } from '../../bench/jobs.ts';
import { uprightMatrix, uprightSize } from '../../bench/upright.ts';
import { keep, useBlobUrl } from '../../keep/index.ts';
import type { Photo } from './place.ts';

/** What an upright picture needs to know of a photo. */
export type Shown = Pick<Photo['body'], 'widthPx' | 'heightPx' | 'orientation'>;

/**
 * The photo upright, at whatever size its place has: the stored bytes carry no orientation any more, so the picture is
 * turned here, without a second copy of its pixels. Nothing else is done to it. `over` is a picture laid on top of it.
 */
export function UprightPhoto(props: {
  readonly photo: Shown;
  readonly url: string;
  readonly label: string;
  readonly over?: string | undefined;
}): JSX.Element {
  const { widthPx, heightPx } = uprightSize(props.photo, props.photo.orientation);
  return (
    <svg className="photo-upright" viewBox={`0 0 ${widthPx} ${heightPx}`} role="img" aria-label={props.label}>
      <PhotoImage photo={props.photo} url={props.url} />
      {props.over === undefined ? null : (
        <image className="photo-over" href={props.over} width={widthPx} height={heightPx} preserveAspectRatio="none" />
      )}
    </svg>
  );
}

/** The photo inside a drawing whose units are pixels of the upright photo. */
export function PhotoImage({ photo, url }: { readonly photo: Shown; readonly url: string }): JSX.Element {
  return (
    <image
      href={url}
      width={photo.widthPx}
      height={photo.heightPx}
      preserveAspectRatio="none"
      transform={`matrix(${uprightMatrix(photo, photo.orientation).join(' ')})`}
    />
  );
}

/** The upright photo of the chart, with words while it comes and when it cannot come. */
export function ChartPhoto(props: {
  readonly photo: Photo;
  readonly label: string;
  readonly over?: string | undefined;
}): JSX.Element {
  const url = useBlobUrl(props.photo.body.original);
  if (url === undefined) return <Waiting photo={props.photo.body} />;
  if (!url.ok) return <NotShown problems={url.problems} />;
  return <UprightPhoto photo={props.photo.body} url={url.value} label={props.label} over={props.over} />;
}

/** A small picture for lists: drawn once from the device's own bytes and let go with the screen. */
export function Thumbnail({ photo, label }: { readonly photo: Photo; readonly label: string }): JSX.Element {
  const url = usePictureUrl('image/jpeg', `thumbnail ${photo.id}`, async () => {
    const bytes = await keep.readBlob(photo.body.original);
    return bytes.ok ? work('thumbnail', { photo: photoSource(photo.body, bytes.value), sidePx: THUMBNAIL_PX }) : bytes;
  });
  if (url === undefined) return <Waiting photo={photo.body} />;
  // What to do about it stands on the photo's own page, where there is room for words.
  if (!url.ok) return <span className="photo-thumbnail photo-absent">This photo could not be shown</span>;
  return <img className="photo-thumbnail" src={url.value} alt={label} />;
}

const THUMBNAIL_PX = 480;
/** Fine enough for any screen; a mask of 12 megapixels would cost its size again. */
const OVERLAY_PX = 1600;

/** The painted marks of a photo as a picture to lay over it; undefined until it is there or where it cannot come. */
export function useOverlay(mask: BlobRef | undefined): string | undefined {
  const url = usePictureUrl('image/png', mask === undefined ? undefined : `overlay ${mask.sha256}`, async () => {
    if (mask === undefined) throw new Error('there is no mask to draw');
    const bytes = await keep.readBlob(mask);
    return bytes.ok ? work('overlay', { maskPng: bytes.value, sidePx: OVERLAY_PX }) : bytes;
  });
  return url?.ok === true ? url.value : undefined;
}

/** An object URL for a picture that is drawn on the bench, let go when the screen is; drawn anew when `key` changes. */
function usePictureUrl(
  mediaType: string,
  key: string | undefined,
  drawPicture: () => Promise<Result<ArrayBuffer>>,
): Result<string> | undefined {
  const [url, setUrl] = useState<Result<string>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is drawn
  useEffect(() => {
    if (key === undefined) return;
    let made: string | undefined;
    let gone = false;
    void drawPicture().then((picture) => {
      if (gone) return;
      if (picture.ok) made = URL.createObjectURL(new Blob([picture.value], { type: mediaType }));
      setUrl(picture.ok && made !== undefined ? { ok: true, value: made } : (picture as Result<never>));
    });
    return () => {
      gone = true;
      setUrl(undefined);
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [key]);
  return url;
}

function Waiting({ photo }: { readonly photo: Shown }): JSX.Element {
  const { widthPx, heightPx } = uprightSize(photo, photo.orientation);
  return (
    <svg
      className="photo-upright photo-waiting"
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      role="img"
      aria-label="The photo is being opened"
    />
  );
}

function NotShown({ problems }: { readonly problems: readonly Problem[] }): JSX.Element {
  return (
    <div className="photo-not-shown">
      {problems.map((p) => (
        <p key={p.code}>
          {p.says} {p.mend}
        </p>
      ))}
    </div>
  );
}
