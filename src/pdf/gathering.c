#include "pdf/gathering.h"
#include "pdf/number.h"

#include <stdlib.h>
#include <string.h>

/* Deflate sees 32 KiB back; readers unpack a stream for each object that they look for. Of rows
 * little more is left than what comes before each stream. */
enum { MOST_OBJECTS = 500, MOST_BYTES = 1 << 15, MOST_ROWS = 2000, MOST_ROW_BYTES = 1 << 17 };
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

static size_t most_objects(const struct gathering *gathering) {
    return gathering->width ? MOST_ROWS : MOST_OBJECTS;
}

static size_t most_bytes(const struct gathering *gathering) {
    return gathering->width ? MOST_ROW_BYTES : MOST_BYTES;
}

/* Of many shapes there are few objects. */
static void need_object(struct gathering *gathering) {
    if (gathering->count < gathering->capacity)
        return;
    gathering->capacity = gathering->capacity ? gathering->capacity * 2 : 32;
    struct gathered *grown =
        realloc(gathering->objects, gathering->capacity * sizeof *gathering->objects);
    if (!grown)
        memory_exhausted();
    gathering->objects = grown;
}

void gathering_add(struct gathering *gathering, uint32_t number, struct str object) {
    need_object(gathering);
    gathering->objects[gathering->count++] =
        (struct gathered){number, (uint32_t)gathering->bodies.length};
    buffer_str(&gathering->bodies, object);
    if (gathering->width)
        rows_fill(&gathering->bodies, gathering->width);
    else
        buffer_text(&gathering->bodies, "\n");
}

bool gathering_full(const struct gathering *gathering) {
    return gathering->count == most_objects(gathering) ||
           gathering->bodies.length >= most_bytes(gathering);
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

/* Eight bytes at once: each one's difference to the one above. */
static uint64_t subtract_bytes(uint64_t here, uint64_t above) {
    const uint64_t tops = 0x8080808080808080u;
    return ((here | tops) - (above & ~tops)) ^ ((here ^ ~above) & tops);
}

static char *put_differences(char *out, const char *row, const char *above, size_t width) {
    size_t i = 0;
    for (; i + sizeof(uint64_t) <= width; i += sizeof(uint64_t)) {
        uint64_t here, before;
        memcpy(&here, row + i, sizeof here);
        memcpy(&before, above + i, sizeof before);
        here = subtract_bytes(here, before);
        memcpy(out + i, &here, sizeof here);
    }
    for (; i < width; i++)
        out[i] = (char)(row[i] - above[i]);
    return out + width;
}

void rows_predict(struct str rows, size_t width, struct buffer *out) {
    buffer_need(out, rows.length + rows.length / width);
    char *at = out->at + out->length;
    for (size_t row = 0; row < rows.length; row += width) {
        *at++ = 2; /* Up */
        if (row)
            at = put_differences(at, rows.at + row, rows.at + row - width, width);
        else
            at = (char *)memcpy(at, rows.at, width) + width;
    }
    out->length = (size_t)(at - out->at);
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
