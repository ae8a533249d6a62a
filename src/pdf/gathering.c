#include "pdf/gathering.h"
#include "pdf/number.h"

#include <stdlib.h>
#include <string.h>

/* Deflate sees 32 KiB back; readers unpack a stream for each object that they look for. */
enum { MOST_OBJECTS = 500, MOST_BYTES = 1 << 15 };
/* In rows, the digits of a number and of an offset: 8 388 607 objects, and the bytes above. */
enum { NUMBER_DIGITS = 7, OFFSET_DIGITS = 6, HEAD = NUMBER_DIGITS + OFFSET_DIGITS + 2 };

void gathering_free(struct gathering *gathering) {
    buffer_free(&gathering->bodies);
    free(gathering->objects);
}

void rows_fill(struct buffer *rows, size_t width) {
    size_t last = rows->length % width;
    if (last)
        buffer_spaces(rows, width - last);
}

void gathering_add(struct gathering *gathering, uint32_t number, struct str object) {
    if (!gathering->objects) {
        gathering->objects = calloc(MOST_OBJECTS, sizeof *gathering->objects);
        if (!gathering->objects)
            memory_exhausted();
    }
    gathering->objects[gathering->count++] =
        (struct gathered){number, (uint32_t)gathering->bodies.length};
    buffer_str(&gathering->bodies, object);
    if (gathering->width)
        rows_fill(&gathering->bodies, gathering->width);
    else
        buffer_text(&gathering->bodies, "\n");
}

bool gathering_full(const struct gathering *gathering) {
    return gathering->count == MOST_OBJECTS || gathering->bodies.length >= MOST_BYTES;
}

void gathering_clear(struct gathering *gathering) {
    gathering->bodies.length = 0;
    gathering->count = 0;
}

struct str gathering_object(const struct gathering *gathering, size_t index) {
    size_t from = gathering->objects[index].offset;
    size_t to = index + 1 < gathering->count ? gathering->objects[index + 1].offset
                                             : gathering->bodies.length;
    return (struct str){gathering->bodies.at + from, to - from};
}

/* Numbers and offsets; in rows each takes the same room, as many as go into one. */
static void put_heads(const struct gathering *gathering, struct buffer *out) {
    size_t width = gathering->width, a_row = width / HEAD;
    for (size_t i = 0; i < gathering->count; i++) {
        const struct gathered *object = &gathering->objects[i];
        number_padded(out, object->number, width ? NUMBER_DIGITS : 0);
        buffer_text(out, " ");
        number_padded(out, object->offset, width ? OFFSET_DIGITS : 0);
        buffer_text(out, " ");
        if (a_row && (i + 1) % a_row == 0)
            rows_fill(out, width);
    }
    if (width)
        rows_fill(out, width);
}

void rows_predict(struct str rows, size_t width, struct buffer *out) {
    const unsigned char *row = (const unsigned char *)rows.at, *above = NULL;
    for (size_t at = 0; at < rows.length; at += width, above = row, row += width) {
        buffer_bytes(out, "\2", 1); /* Up */
        buffer_bytes(out, row, width);
        unsigned char *stored = (unsigned char *)out->at + out->length - width;
        for (size_t i = 0; above && i < width; i++)
            stored[i] = (unsigned char)(row[i] - above[i]);
    }
}

size_t gathering_pack(const struct gathering *gathering, struct buffer *out) {
    struct buffer rows = {0}, *plain = gathering->width ? &rows : out;
    size_t start = plain->length;
    put_heads(gathering, plain);
    size_t first = plain->length - start;
    buffer_str(plain, buffer_view(&gathering->bodies));
    if (gathering->width)
        rows_predict(buffer_view(&rows), gathering->width, out);
    buffer_free(&rows);
    return first;
}
