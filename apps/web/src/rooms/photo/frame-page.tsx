import type { JSX } from 'react';
import { ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Page } from '../../parts/page.tsx';

const papers = [
  { id: 'a4', name: 'A4' },
  { id: 'letter', name: 'US Letter' },
  { id: 'a5', name: 'A5' },
] as const;
const sizes = [
  { id: 'large', name: 'Large frame', use: 'belly, back, thigh: window of 148 × 98 mm' },
  { id: 'small', name: 'Small frame', use: 'curved places such as arm, hip or calf: window of 89 × 59 mm' },
] as const;

/** The printable frame and how to take a photo that can be compared. */
export function FramePage(): JSX.Element {
  return (
    <Page
      title="The frame and a good photo"
      back={{ to: '/photos', label: 'Photos' }}
      lead="A printed paper frame around the marks gives each photo its millimetres and its colours, so that two photos can be compared."
    >
      <Card title="Print the frame">
        {sizes.map((size) => (
          <div key={size.id} className="stack-tight">
            <h3>{size.name}</h3>
            <p className="soft">{size.use}</p>
            <ul className="plain photo-links">
              {papers.map((paper) => (
                <li key={paper.id}>
                  <a href={`frames/frame-${size.id}-${paper.id}.pdf`} target="_blank" rel="noreferrer">
                    {size.name} for {paper.name} (PDF)
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <ul>
          <li>Print at 100 % (“actual size”), in colour, on plain white paper.</li>
          <li>
            Measure the 50 mm bar beside the frame with a ruler. If it is not 50 mm, write what you measured when you add the
            photo: the lengths are then put right.
          </li>
          <li>Cut out the frame and its window. Use the same print for all photos of a place.</li>
        </ul>
      </Card>
      <Card title="Take a photo that can be compared">
        <PhotoTips />
      </Card>
      <div className="actions">
        <ButtonLink to="/photos/new">Add a photo</ButtonLink>
      </div>
    </Page>
  );
}

/** How to take a comparable photo, in few words. */
export function PhotoTips(): JSX.Element {
  return (
    <ul>
      <li>
        The same place in the room, the same time of day, the same light. No flash. Daylight from the side of a window is good.
      </li>
      <li>Lay the frame flat around the marks. All its corners should be in the picture, and nothing should shine.</li>
      <li>Hold the phone at arm’s length, straight above the frame. Let somebody help for places that you cannot reach.</li>
      <li>Stand or lie the same way each time. Skin that is stretched looks different.</li>
      <li>No filter, no beauty mode, no cream on the skin. Wait until the picture is sharp.</li>
      <li>Keep your face, tattoos and the room out of the picture where you can.</li>
    </ul>
  );
}
