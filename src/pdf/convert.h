/* Pictures for the press: into the inks of a profile, opaque, and within the limit of ink. */
#ifndef PDF_CONVERT_H
#define PDF_CONVERT_H

#include "pdf/images.h"

struct conversion; /* keeps profiles and transforms between pictures; one a document */

/* `screen` is the profile of pictures that have none of their own, `press` that of the inks, both
 * the bytes of ICC files that outlive the conversion. Never NULL; conversion_picture tells what is
 * wrong with the profiles. Free with conversion_free. */
struct conversion *conversion_new(struct str screen, struct str press);
void conversion_free(struct conversion *conversion);

/* Alpha becomes white paper, in samples of 8 bits. */
void picture_flatten(struct image_data *image, struct arena *arena);

/* Replaces what is in `image`, as png_samples or jpeg_samples gave it: colours become inks, inks
 * with a profile become those of the press, and alpha paper; more ink than `most` percent is taken
 * back from the three colours in proportion. Grey stays grey, and inks without a profile stay what
 * they are: *ink is then the most percent that a pixel has. NULL, or what is wrong. */
const char *conversion_picture(struct conversion *conversion, struct image_data *image,
                               unsigned most, unsigned *ink, struct arena *arena);

#endif
