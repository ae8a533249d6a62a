#include "pdf/reader.h"
#include "base/array.h"
#include <string.h>
#include <zlib.h>

enum { MOST_OBJECTS = 1 << 24, MOST_SECTIONS = 1024 };
#define MOST_BYTES ((size_t)1 << 30)

enum place_kind { PLACE_FREE, PLACE_FILE, PLACE_STREAM };

struct place {
    uint64_t value; /* offset, or the number of the object stream */
    uint8_t kind;
    bool known;  /* a newer section has said where it is */
    bool loaded; /* or being loaded */
};

struct reader {
    struct str bytes;
    struct arena *arena;
    struct place *places;
    const struct value **objects;
    size_t count;
    struct value trailer;
};

static const struct value *find(const struct value *dictionary, struct str key) {
    if (dictionary->kind != VALUE_DICTIONARY)
        return &value_null;
    for (size_t i = 0; i + 1 < dictionary->count; i += 2)
        if (dictionary->items[i].kind == VALUE_NAME && str_equal(dictionary->items[i].text, key))
            return &dictionary->items[i + 1];
    return &value_null;
}

const struct value *value_entry(const struct value *dictionary, const char *key) {
    return find(dictionary, str_from(key));
}

bool value_is(const struct value *value, const char *name) {
    return value->kind == VALUE_NAME && str_equal(value->text, str_from(name));
}

size_t value_size(const struct value *value, size_t missing) {
    bool size = value->kind == VALUE_NUMBER && value->number >= 0 && value->number < 1e15;
    return size ? (size_t)value->number : missing;
}

struct str reader_bytes(const struct reader *reader) {
    return reader->bytes;
}

const struct value *reader_trailer(const struct reader *reader) {
    return &reader->trailer;
}

size_t reader_end(const struct reader *reader) {
    return reader->count;
}

size_t value_reference(const struct value *value) {
    bool good = value->kind == VALUE_REFERENCE && value->number < MOST_OBJECTS;
    return good ? (size_t)value->number : 0;
}

static struct lexer lexer_at(const struct reader *reader, size_t offset) {
    return (struct lexer){reader->bytes, offset, reader->arena, true};
}

static bool next_is_word(struct lexer *lexer, const char *word) {
    struct value value;
    return lexer_next(lexer, &value) && value.kind == VALUE_WORD &&
           str_equal(value.text, str_from(word));
}

static bool next_number(struct lexer *lexer, size_t *number) {
    struct value value;
    lexer->references = false;
    *number = lexer_next(lexer, &value) ? value_size(&value, SIZE_MAX) : SIZE_MAX;
    lexer->references = true;
    return *number != SIZE_MAX;
}

/* ---- objects ---- */

static size_t entry_number(struct reader *reader, const struct value *dictionary, const char *key,
                           size_t missing) {
    return value_size(reader_get(reader, dictionary, key), missing);
}

static bool take_stream(struct reader *reader, struct lexer *lexer, struct value *value) {
    struct lexer ahead = *lexer;
    if (value->kind != VALUE_DICTIONARY || !next_is_word(&ahead, "stream"))
        return true;
    size_t at = ahead.at;
    at += at < reader->bytes.length && reader->bytes.at[at] == '\r' ? 1 : 0;
    at += at < reader->bytes.length && reader->bytes.at[at] == '\n' ? 1 : 0;
    size_t length = entry_number(reader, value, "Length", SIZE_MAX);
    if (at > reader->bytes.length || length > reader->bytes.length - at)
        return false;
    value->stream = str_part(reader->bytes, at, length);
    ahead.at = at + length;
    return next_is_word(&ahead, "endstream");
}

/* "12 0 obj … endobj" */
static bool read_at(struct reader *reader, size_t offset, size_t number, struct value *value) {
    struct lexer lexer = lexer_at(reader, offset);
    size_t found, generation;
    return offset < reader->bytes.length && next_number(&lexer, &found) && found == number &&
           next_number(&lexer, &generation) && next_is_word(&lexer, "obj") &&
           lexer_next(&lexer, value) && take_stream(reader, &lexer, value);
}

/* All objects of an object stream at once, so that it is unpacked once. */
static void read_object_stream(struct reader *reader, size_t container) {
    const struct value *stream = reader_object(reader, container);
    bool decoded = false;
    if (!value_is(reader_get(reader, stream, "Type"), "ObjStm"))
        return;
    struct str text = reader_stream(reader, stream, reader->arena, &decoded);
    size_t count = entry_number(reader, stream, "N", 0);
    size_t first = entry_number(reader, stream, "First", 0);
    struct lexer heads = {text, 0, reader->arena, true};
    for (size_t i = 0; decoded && i < count; i++) {
        size_t number, offset;
        if (!next_number(&heads, &number) || !next_number(&heads, &offset))
            return;
        struct lexer body = {text, first + offset, reader->arena, true};
        struct value *value = arena_make(reader->arena, struct value, 1);
        if (number >= reader->count || reader->places[number].kind != PLACE_STREAM ||
            reader->places[number].value != container || !lexer_next(&body, value))
            continue;
        reader->objects[number] = value;
        reader->places[number].loaded = true;
    }
}

static void load(struct reader *reader, size_t number) {
    struct place *place = &reader->places[number];
    place->loaded = true; /* before, so that a circle ends */
    if (place->kind == PLACE_FILE) {
        struct value *value = arena_make(reader->arena, struct value, 1);
        if (read_at(reader, place->value, number, value))
            reader->objects[number] = value;
    } else if (place->kind == PLACE_STREAM && place->value < reader->count &&
               reader->places[place->value].kind == PLACE_FILE) {
        read_object_stream(reader, place->value);
    }
}

const struct value *reader_object(struct reader *reader, size_t number) {
    if (number >= reader->count)
        return &value_null;
    if (!reader->places[number].loaded)
        load(reader, number);
    return reader->objects[number] ? reader->objects[number] : &value_null;
}

const struct value *reader_resolve(struct reader *reader, const struct value *value) {
    for (int i = 0; value->kind == VALUE_REFERENCE && i < 8; i++)
        value = reader_object(reader, value_reference(value));
    return value->kind == VALUE_REFERENCE ? &value_null : value;
}

const struct value *reader_find(struct reader *reader, const struct value *dictionary,
                                struct str key) {
    return reader_resolve(reader, find(dictionary, key));
}

const struct value *reader_get(struct reader *reader, const struct value *dictionary,
                               const char *key) {
    return reader_resolve(reader, value_entry(dictionary, key));
}

/* ---- filters ---- */

static bool inflate_all(struct str packed, struct buffer *out) {
    z_stream zlib = {.next_in = (Bytef *)(uintptr_t)packed.at,
                     .avail_in = (uInt)(packed.length < UINT32_MAX ? packed.length : UINT32_MAX)};
    if (inflateInit(&zlib) != Z_OK)
        memory_exhausted();
    int status = Z_OK;
    while (status == Z_OK && out->length < MOST_BYTES) {
        buffer_need(out, 1 << 16);
        zlib.next_out = (Bytef *)out->at + out->length;
        zlib.avail_out = 1 << 16;
        status = inflate(&zlib, Z_NO_FLUSH);
        out->length += (1 << 16) - zlib.avail_out;
    }
    inflateEnd(&zlib);
    return status == Z_STREAM_END;
}

static unsigned paeth(int left, int above, int corner) {
    int guess = left + above - corner, a = guess - left, b = guess - above, c = guess - corner;
    a = a < 0 ? -a : a;
    b = b < 0 ? -b : b;
    c = c < 0 ? -c : c;
    return (unsigned)(a <= b && a <= c ? left : b <= c ? above : corner);
}

/* Rows as PNG filters them (ISO/IEC 15948, 9.2), in place; each loses its first byte. */
static bool unfilter(struct buffer *bytes, size_t row, size_t pixel) {
    unsigned char *at = (unsigned char *)bytes->at, *above = NULL;
    size_t rows = bytes->length / (row + 1);
    if (bytes->length % (row + 1))
        return false;
    for (size_t y = 0; y < rows; y++) {
        unsigned kind = at[y * (row + 1)];
        unsigned char *line = at + y * row;
        memmove(line, at + y * (row + 1) + 1, row);
        for (size_t x = 0; x < row; x++) {
            int left = x >= pixel ? line[x - pixel] : 0, up = above ? above[x] : 0;
            int corner = x >= pixel && above ? above[x - pixel] : 0;
            unsigned guess = kind == 1   ? (unsigned)left
                             : kind == 2 ? (unsigned)up
                             : kind == 3 ? (unsigned)(left + up) / 2
                             : kind == 4 ? paeth(left, up, corner)
                                         : 0;
            line[x] = (unsigned char)(line[x] + guess);
        }
        above = line;
    }
    bytes->length = rows * row;
    return true;
}

static bool undo_predictor(struct reader *reader, const struct value *parameters,
                           struct buffer *bytes) {
    size_t predictor = entry_number(reader, parameters, "Predictor", 1);
    if (predictor == 1)
        return true;
    size_t bits = entry_number(reader, parameters, "Colors", 1) *
                  entry_number(reader, parameters, "BitsPerComponent", 8);
    size_t columns = entry_number(reader, parameters, "Columns", 1);
    if (predictor < 10 || bits == 0 || bits > 256 || columns == 0 || columns > MOST_BYTES / 32)
        return false;
    return unfilter(bytes, (bits * columns + 7) / 8, (bits + 7) / 8);
}

struct str reader_stream(struct reader *reader, const struct value *stream, struct arena *arena,
                         bool *decoded) {
    const struct value *filter = reader_get(reader, stream, "Filter");
    const struct value *parameters = reader_get(reader, stream, "DecodeParms");
    if (filter->kind == VALUE_ARRAY && filter->count == 1)
        filter = reader_resolve(reader, filter->items);
    if (parameters->kind == VALUE_ARRAY && parameters->count == 1)
        parameters = reader_resolve(reader, parameters->items);
    bool none = filter->kind == VALUE_NULL || (filter->kind == VALUE_ARRAY && filter->count == 0);
    *decoded = none && stream->stream.at;
    if (none || !value_is(filter, "FlateDecode"))
        return stream->stream;
    struct buffer out = {0};
    *decoded = inflate_all(stream->stream, &out) && undo_predictor(reader, parameters, &out);
    struct str copy = str_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return copy;
}

/* ---- cross-references ---- */

static bool grow(struct reader *reader, size_t count) {
    if (count > MOST_OBJECTS)
        return false;
    if (count <= reader->count)
        return true;
    struct arena *arena = reader->arena;
    reader->places = arena_grow(arena, reader->places, reader->count * sizeof *reader->places,
                                count * sizeof *reader->places);
    reader->objects = arena_grow(arena, reader->objects, reader->count * sizeof *reader->objects,
                                 count * sizeof *reader->objects);
    reader->count = count;
    return true;
}

static void note(struct reader *reader, size_t number, enum place_kind kind, uint64_t value) {
    if (number >= reader->count || reader->places[number].known)
        return;
    reader->places[number] = (struct place){.value = value, .kind = (uint8_t)kind, .known = true};
}

static bool read_table(struct reader *reader, struct lexer *lexer, struct value *trailer) {
    for (;;) {
        struct lexer ahead = *lexer;
        size_t first, count, offset, generation;
        if (next_is_word(&ahead, "trailer")) {
            *lexer = ahead;
            return lexer_next(lexer, trailer) && trailer->kind == VALUE_DICTIONARY;
        }
        if (!next_number(lexer, &first) || !next_number(lexer, &count) ||
            count > reader->bytes.length / 16 || !grow(reader, first + count))
            return false;
        for (size_t i = 0; i < count; i++) {
            struct value kind;
            if (!next_number(lexer, &offset) || !next_number(lexer, &generation) ||
                !lexer_next(lexer, &kind) || kind.kind != VALUE_WORD)
                return false;
            note(reader, first + i, kind.text.at[0] == 'n' ? PLACE_FILE : PLACE_FREE, offset);
        }
    }
}

static uint64_t big_endian(const char *at, size_t length) {
    uint64_t value = 0;
    for (size_t i = 0; i < length; i++)
        value = value << 8 | (unsigned char)at[i];
    return value;
}

static size_t number_at(const struct value *array, size_t index, size_t missing) {
    bool there = array->kind == VALUE_ARRAY && index < array->count;
    return there ? value_size(&array->items[index], missing) : missing;
}

static bool read_cross_stream(struct reader *reader, const struct value *stream) {
    bool decoded = false;
    struct str rows = reader_stream(reader, stream, reader->arena, &decoded);
    const struct value *widths = value_entry(stream, "W"), *index = value_entry(stream, "Index");
    size_t size = number_at(widths, 0, 9), second = number_at(widths, 1, 9);
    size_t third = number_at(widths, 2, 9), row = size + second + third;
    if (!decoded || size > 8 || second > 8 || third > 8 || row == 0)
        return false;
    size_t sections = index->kind == VALUE_ARRAY ? index->count / 2 : 1, at = 0;
    for (size_t s = 0; s < sections; s++) {
        size_t first = number_at(index, 2 * s, 0);
        size_t count = number_at(index, 2 * s + 1, rows.length / row);
        if (count > (rows.length - at) / row || !grow(reader, first + count))
            return false;
        for (size_t i = 0; i < count; i++, at += row) {
            uint64_t kind = size ? big_endian(rows.at + at, size) : PLACE_FILE;
            if (kind <= PLACE_STREAM)
                note(reader, first + i, (enum place_kind)kind,
                     big_endian(rows.at + at + size, second));
        }
    }
    return true;
}

static bool read_section(struct reader *reader, size_t offset, struct value *trailer) {
    struct lexer lexer = lexer_at(reader, offset);
    struct lexer ahead = lexer;
    if (next_is_word(&ahead, "xref"))
        return read_table(reader, &ahead, trailer);
    size_t number, generation;
    *trailer = value_null;
    return next_number(&lexer, &number) && next_number(&lexer, &generation) &&
           next_is_word(&lexer, "obj") && lexer_next(&lexer, trailer) &&
           take_stream(reader, &lexer, trailer) && trailer->stream.at &&
           read_cross_stream(reader, trailer);
}

static size_t start_of_cross_references(struct str bytes) {
    for (size_t at = bytes.length; at-- > 0;)
        if (bytes.at[at] == 's' && str_starts(str_part(bytes, at, 9), STR("startxref")))
            return at + 9;
    return SIZE_MAX;
}

static const char *read_sections(struct reader *reader) {
    size_t start = start_of_cross_references(reader->bytes), offset;
    if (start == SIZE_MAX)
        return "it does not say where its cross-references are";
    struct lexer lexer = lexer_at(reader, start);
    if (!next_number(&lexer, &offset))
        return "it does not say where its cross-references are";
    for (int sections = 0;; sections++) {
        struct value trailer;
        if (sections == MOST_SECTIONS || offset >= reader->bytes.length ||
            !read_section(reader, offset, &trailer))
            return "its cross-references are damaged";
        if (sections == 0)
            reader->trailer = trailer;
        offset = entry_number(reader, &trailer, "Prev", SIZE_MAX);
        if (offset == SIZE_MAX)
            return NULL;
    }
}

struct reader *reader_new(struct str bytes, struct arena *arena, const char **wrong) {
    struct reader *reader = arena_make(arena, struct reader, 1);
    reader->bytes = bytes;
    reader->arena = arena;
    *wrong = str_starts(bytes, STR("%PDF-")) ? read_sections(reader) : "it is no PDF file";
    if (!*wrong && value_entry(&reader->trailer, "Encrypt")->kind != VALUE_NULL)
        *wrong = "it is encrypted";
    if (!*wrong && reader_get(reader, &reader->trailer, "Root")->kind != VALUE_DICTIONARY)
        *wrong = "it has no catalog";
    return *wrong ? NULL : reader;
}
