/**
 * What a photo says, with its error. The order of use, in any app:
 *
 *   const file = readPhotoFile(bytes)            bytes as chosen or captured; store only `file.value.stripped`
 *   decode `stripped` with the app's own codec   raw samples: no orientation, no colour conversion by the decoder
 *   const upright = orient(raster, file.value.orientation)
 *   findFrame(upright, { checkBarMm })           optional: tells while the camera is still in hand whether the frame is seen
 *   const a = examine({ raster: upright, mask, colourSpace: file.value.colourSpace, scale, checkBarMm })
 *   change(a.value.examination, b.value.examination)
 *
 * Nothing here decodes, draws on a screen, reads a clock or keeps anything: all of it may run in a worker.
 */
export { change } from './change.ts';
export { readPhotoFile } from './container.ts';
export { type Examined, type ExamineInput, examine } from './examine.ts';
export { type FramePose, findFrame } from './fiducial.ts';
export { type FrameGeometry, type FrameSize, frameSizes, frames } from './frame.ts';
export { layOn } from './lay.ts';
export { type ColourSpace, mediaTypes, type PhotoFile, type PhotoFormat, photoLimits } from './photo.ts';
export { type Mask, orient, type Raster } from './raster.ts';
