/* Pictures as XObjects (ISO 32000-1, 8.9.5): SVG as paths, JPEG as it is, PNG as it is where PDF can read
 * its rows, else decoded. The same file is one XObject. */
#ifndef PDF_IMAGES_H
#define PDF_IMAGES_H

#include "base/picture.h"
#include "pdf/document.h"

struct images;

struct images *images_new(struct arena *arena);
/* First for every picture of the pages that come next. */
void images_collect(struct images *images, const struct picture *picture);
/* Reads and writes those that are new, or only judges them where the document has no writer; a fault at the
 * picture's span when one cannot be read or printed. */
bool images_write(struct images *images, const struct document *document);
/* Then from any thread. */
uint32_t images_find(const struct images *images, const struct picture *picture);
size_t images_count(const struct images *images);
uint32_t images_number(const struct images *images, uint32_t index);
bool images_transparent(const struct images *images, uint32_t index);

/* One picture on its way into the file, for png.c and jpeg.c. */
struct image_data {
    uint32_t width, height;
    uint8_t bits, channels; /* of the samples in `bytes`; channels 1, 3 or 4 */
    const char *filter;     /* dictionary entries for bytes that are already encoded; NULL: raw */
    struct str bytes;
    struct str alpha;   /* 8 bits a pixel, empty: opaque */
    struct str palette; /* RGB triples; then channels is 1 */
    struct str profile; /* ICC, empty: none */
    bool inverted;      /* CMYK as Adobe writes it */
};

/* Refuses what would need more memory than this to decode. */
#define IMAGE_MOST_BYTES ((size_t)1 << 30)

/* NULL, or what is wrong with the file. Results point into `file` or the arena. */
const char *png_read(struct str file, struct image_data *image, struct arena *arena);
const char *jpeg_read(struct str file, struct image_data *image, struct arena *arena);
/* After them: replaces `bytes` by plain samples of 8 bits a channel, without palette. */
const char *png_samples(struct str file, struct image_data *image, struct arena *arena);
const char *jpeg_samples(struct str file, struct image_data *image, struct arena *arena);

#endif
