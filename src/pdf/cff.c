/* Reads header, Name INDEX, Top DICT and charset; every read is checked against the table's end. */
#include "pdf/cff.h"

enum {
    OPERATOR_CHARSET = 15,
    OPERATOR_ESCAPE = 12,
    OPERATOR_ROS = OPERATOR_ESCAPE << 8 | 30,
    PREDEFINED_CHARSETS = 3
};

struct reader {
    struct str table;
    size_t at;
    bool failed;
};

static uint32_t read_number(struct reader *reader, unsigned bytes) {
    if (reader->failed || reader->at > reader->table.length ||
        reader->table.length - reader->at < bytes) {
        reader->failed = true;
        return 0;
    }
    uint32_t value = 0;
    for (unsigned i = 0; i < bytes; i++)
        value = value << 8 | (unsigned char)reader->table.at[reader->at++];
    return value;
}

/* Moves past an INDEX; its first object, empty when it has none. */
static struct str read_index(struct reader *reader) {
    uint32_t count = read_number(reader, 2);
    if (count == 0)
        return STR("");
    unsigned size = read_number(reader, 1);
    if (size < 1 || size > 4)
        reader->failed = true;
    if (reader->failed)
        return STR("");
    size_t offsets = reader->at, data = offsets + (size_t)(count + 1) * size - 1;
    size_t first = read_number(reader, size), second = read_number(reader, size);
    reader->at = offsets + (size_t)count * size;
    size_t end = read_number(reader, size);
    reader->at = data + end;
    if (first < 1 || second < first)
        return STR("");
    return str_part(reader->table, data + first, second - first);
}

static int32_t read_operand(struct reader *dict, uint32_t byte) {
    if (byte == 28)
        return (int16_t)read_number(dict, 2);
    if (byte == 29)
        return (int32_t)read_number(dict, 4);
    if (byte == 30) {
        uint32_t pair;
        do
            pair = read_number(dict, 1);
        while (!dict->failed && (pair & 15) != 15 && pair >> 4 != 15);
        return 0;
    }
    if (byte >= 251)
        return -(int32_t)((byte - 251) * 256 + read_number(dict, 1) + 108);
    if (byte >= 247)
        return (int32_t)((byte - 247) * 256 + read_number(dict, 1) + 108);
    return (int32_t)byte - 139;
}

struct top {
    bool cid_keyed;
    int32_t charset;
};

static struct top read_top(struct str bytes) {
    struct reader dict = {bytes, 0, false};
    struct top top = {0};
    int32_t operand = 0;
    while (dict.at < bytes.length && !dict.failed) {
        uint32_t byte = read_number(&dict, 1);
        if (byte == 28 || byte >= 29) {
            operand = read_operand(&dict, byte);
            continue;
        }
        if (byte == OPERATOR_ESCAPE)
            byte = byte << 8 | read_number(&dict, 1);
        if (byte == OPERATOR_ROS)
            top.cid_keyed = true;
        if (byte == OPERATOR_CHARSET)
            top.charset = operand;
    }
    return top;
}

/* Glyph 0 is CID 0 and is not listed. */
static bool read_charset(struct reader *reader, uint32_t glyph_count, uint16_t *cids) {
    uint32_t format = read_number(reader, 1);
    cids[0] = 0;
    for (uint32_t glyph = 1; glyph < glyph_count && !reader->failed;) {
        uint32_t cid = read_number(reader, 2);
        uint32_t left = format == 0 ? 0 : read_number(reader, format == 1 ? 1 : 2);
        for (uint32_t i = 0; i <= left && glyph < glyph_count; i++)
            cids[glyph++] = (uint16_t)(cid + i);
    }
    return !reader->failed && format <= 2;
}

bool cff_cids(struct str table, uint32_t glyph_count, uint16_t *cids) {
    struct reader reader = {table, 2, false};
    reader.at = read_number(&reader, 1);
    read_index(&reader);
    struct top top = read_top(read_index(&reader));
    if (reader.failed || !top.cid_keyed || glyph_count == 0)
        return false;
    for (uint32_t glyph = 0; glyph < glyph_count; glyph++)
        cids[glyph] = (uint16_t)glyph;
    if (top.charset < PREDEFINED_CHARSETS)
        return true;
    reader.at = (size_t)top.charset;
    return read_charset(&reader, glyph_count, cids);
}
