/* Small objects on their way into an object stream (ISO 32000-1, 7.5.7). */
#ifndef PDF_GATHERING_H
#define PDF_GATHERING_H

#include "base/arena.h"
#include "base/str.h"

struct gathered {
    uint32_t number, offset; /* of the object; where it begins among the bodies */
};

/* All zero but for the width, it is empty. */
struct gathering {
    size_t width; /* bytes of a row; 0: objects follow each other as they are */
    struct buffer bodies;
    struct gathered *objects;
    size_t count, capacity;
};

void gathering_free(struct gathering *gathering);
/* `object` is PDF syntax. Where there are rows, spaces fill its last one. */
void gathering_add(struct gathering *gathering, uint32_t number, struct str object);
bool gathering_full(const struct gathering *gathering);
/* Appends what the stream holds before it is compressed; returns where the first object begins
 * (/First), counted without the predictor's bytes. */
size_t gathering_pack(const struct gathering *gathering, struct buffer *out);
void gathering_clear(struct gathering *gathering);
struct str gathering_object(const struct gathering *gathering, size_t index);

/* Spaces fill the last row of `width` bytes. */
void rows_fill(struct buffer *rows, size_t width);
/* Appends rows of `width` bytes as what each differs by from the one above (ISO 32000-1, 7.4.4.4,
 * predictor 12): what stays the same becomes zero, what is counted on becomes one. */
void rows_predict(struct str rows, size_t width, struct buffer *out);

#endif
