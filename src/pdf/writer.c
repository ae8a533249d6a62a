#include "pdf/writer.h"
#include "base/array.h"
#include "pdf/gathering.h"
#include "pdf/number.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { PLACE_INDEX_BYTES = 2 };
/* So many objects of one shape at least get a stream of their own. */
enum { LEAST_ROWS = 64 };

/* Cross-reference entry (ISO 32000-1, table 18): a file offset, or an object stream's number and
 * the index within it. */
enum place_kind { PLACE_FREE, PLACE_FILE, PLACE_STREAM };
struct place {
    uint64_t value : 46, index : 16, kind : 2; /* a document has many objects */
};

static struct place place_in_file(uint64_t offset) {
    return (struct place){offset & (UINT64_MAX >> 18), 0, PLACE_FILE};
}

struct writer {
    struct objects *objects;
    struct file_output *output;
    struct deflater *deflater, *rows;
    struct object_sink file, gathered; /* where libharu writes to */
    uint64_t offset;                   /* bytes written to the file */
    bool full;                         /* out of object numbers */
    struct place *places;
    size_t place_capacity;
    struct gathering *gatherings; /* by width of their rows; the first has none */
    size_t gathering_count;
    struct buffer object, dict, plain, packed; /* scratch */
    struct digester digester;                  /* of what becomes the /ID */
};

static bool write_file(void *context, const void *bytes, size_t length) {
    struct writer *writer = context;
    writer->offset += length;
    return file_output_write(writer->output, bytes, length);
}

static bool write_gathered(void *context, const void *bytes, size_t length) {
    struct writer *writer = context;
    buffer_bytes(&writer->object, bytes, length);
    return true;
}

/* The gathering of that width. The first one, without rows, is there from the beginning. */
static struct gathering *gathering_of(struct writer *writer, size_t width) {
    for (size_t i = 0; i < writer->gathering_count; i++)
        if (writer->gatherings[i].width == width)
            return &writer->gatherings[i];
    size_t count = writer->gathering_count + 1;
    struct gathering *grown = realloc(writer->gatherings, count * sizeof *grown);
    if (!grown)
        memory_exhausted();
    grown[count - 1] = (struct gathering){.width = width};
    writer->gatherings = grown;
    writer->gathering_count = count;
    return &grown[count - 1];
}

struct writer *writer_new(struct file_output *output, struct deflater *deflater,
                          struct deflater *rows, const char *version) {
    struct writer *writer = calloc(1, sizeof *writer);
    if (!writer)
        memory_exhausted();
    writer->objects = objects_new();
    writer->output = output;
    writer->deflater = deflater;
    writer->rows = rows;
    writer->file = (struct object_sink){write_file, writer};
    writer->gathered = (struct object_sink){write_gathered, writer};
    gathering_of(writer, 0);
    char header[32];
    int length = snprintf(header, sizeof header, "%%PDF-%s\n%%\xE2\xE3\xCF\xD3\n", version);
    write_file(writer, header, (size_t)length);
    return writer;
}

void writer_free(struct writer *writer) {
    if (!writer)
        return;
    objects_free(writer->objects);
    for (size_t i = 0; i < writer->gathering_count; i++)
        gathering_free(&writer->gatherings[i]);
    free(writer->gatherings);
    buffer_free(&writer->object);
    buffer_free(&writer->dict);
    buffer_free(&writer->plain);
    buffer_free(&writer->packed);
    free(writer->places);
    free(writer);
}

uint32_t writer_reserve(struct writer *writer, size_t count) {
    uint32_t first = object_reserve(writer->objects, count);
    if (count && first == 0)
        writer->full = true;
    return first;
}

uint32_t writer_own_number(const struct writer *writer, enum own_object own) {
    return object_own_number(writer->objects, own);
}

static struct place *place_of(struct writer *writer, uint32_t number) {
    size_t wanted = writer->place_capacity ? writer->place_capacity : 64;
    while (wanted <= number)
        wanted *= 2;
    if (wanted > writer->place_capacity) {
        struct place *grown = realloc(writer->places, wanted * sizeof *grown);
        if (!grown)
            memory_exhausted();
        memset(grown + writer->place_capacity, 0,
               (wanted - writer->place_capacity) * sizeof *grown);
        writer->places = grown;
        writer->place_capacity = wanted;
    }
    return &writer->places[number];
}

static void put_in_file(struct writer *writer, uint32_t number, const struct str *stream) {
    struct place *place = place_of(writer, number);
    assert(place->kind == PLACE_FREE || writer->full);
    *place = place_in_file(writer->offset);
    char frame[NUMBER_ROOM + 16], *end = number_put(frame, number);
    memcpy(end, " 0 obj\n", 7);
    write_file(writer, frame, (size_t)(end + 7 - frame));
    object_write(writer->objects, &writer->file, buffer_view(&writer->dict), stream);
    write_file(writer, "\nendobj\n", 8);
}

void writer_put_stream(struct writer *writer, uint32_t number, struct str dict, struct str bytes) {
    writer->dict.length = 0;
    buffer_str(&writer->dict, dict);
    buffer_text(&writer->dict, "/Length ");
    number_integer(&writer->dict, (int64_t)bytes.length);
    put_in_file(writer, number, &bytes);
}

static void put_deflated(struct writer *writer, uint32_t number, struct str dict, struct str bytes,
                         struct deflater *deflater) {
    writer->packed.length = 0;
    deflate_append(deflater, bytes, &writer->packed);
    writer->dict.length = 0;
    buffer_str(&writer->dict, dict);
    buffer_text(&writer->dict, "/Filter/FlateDecode/Length ");
    number_integer(&writer->dict, (int64_t)writer->packed.length);
    struct str packed = buffer_view(&writer->packed);
    put_in_file(writer, number, &packed);
}

void writer_put_deflated(struct writer *writer, uint32_t number, struct str dict,
                         struct str bytes) {
    put_deflated(writer, number, dict, bytes, writer->deflater);
}

static void put_predictor(struct buffer *dict, size_t width) {
    buffer_print(dict, "/DecodeParms<</Predictor 12/Columns %zu>>", width);
}

static void put_object_stream(struct writer *writer, struct gathering *gathering) {
    if (gathering->count == 0)
        return;
    uint32_t number = writer_reserve(writer, 1);
    for (size_t i = 0; i < gathering->count; i++)
        *place_of(writer, gathering->objects[i].number) =
            (struct place){number, (uint16_t)i, PLACE_STREAM};
    writer->plain.length = writer->object.length = 0;
    size_t first = gathering_pack(gathering, &writer->plain);
    buffer_print(&writer->object, "/Type/ObjStm/N %zu/First %zu", gathering->count, first);
    if (gathering->width)
        put_predictor(&writer->object, gathering->width);
    put_deflated(writer, number, buffer_view(&writer->object), buffer_view(&writer->plain),
                 gathering->width ? writer->rows : writer->deflater);
    gathering_clear(gathering);
}

/* Puts what libharu has written into `object`. */
static void gather(struct writer *writer, uint32_t number, size_t width) {
    assert(place_of(writer, number)->kind == PLACE_FREE || writer->full);
    place_of(writer, number)->kind = PLACE_STREAM;
    struct gathering *gathering = gathering_of(writer, width);
    gathering_add(gathering, number, buffer_view(&writer->object));
    if (gathering_full(gathering))
        put_object_stream(writer, gathering);
}

static void write_object(struct writer *writer, struct str body) {
    writer->object.length = 0;
    object_write(writer->objects, &writer->gathered, body, NULL);
}

void writer_put(struct writer *writer, uint32_t number, struct str body) {
    writer_put_rows(writer, number, body, 0);
}

void writer_put_rows(struct writer *writer, uint32_t number, struct str body, size_t width) {
    write_object(writer, body);
    gather(writer, number, width);
}

void writer_put_row(struct writer *writer, uint32_t number, struct str body) {
    write_object(writer, body);
    gather(writer, number, writer->object.length);
}

void writer_put_own(struct writer *writer, enum own_object own, struct str body) {
    writer->object.length = 0;
    object_own_write(writer->objects, &writer->gathered, own, body);
    gather(writer, object_own_number(writer->objects, own), 0);
}

/* Few objects of a shape go with those of no shape. */
static void put_last_object_streams(struct writer *writer) {
    for (size_t i = 1; i < writer->gathering_count; i++) {
        struct gathering *rows = &writer->gatherings[i];
        for (size_t at = 0; rows->count < LEAST_ROWS && at < rows->count; at++) {
            gathering_add(writer->gatherings, rows->objects[at].number, gathering_object(rows, at));
            if (gathering_full(writer->gatherings))
                put_object_stream(writer, writer->gatherings);
        }
        if (rows->count >= LEAST_ROWS)
            put_object_stream(writer, rows);
    }
    put_object_stream(writer, writer->gatherings);
}

void writer_identify(struct writer *writer, struct str bytes) {
    digester_field(&writer->digester, bytes);
}

struct digest writer_identity(const struct writer *writer) {
    return digester_end(&writer->digester);
}

static unsigned bytes_for(uint64_t value) {
    unsigned bytes = 1;
    while (value >>= 8)
        bytes++;
    return bytes;
}

static void put_big_endian(struct buffer *out, uint64_t value, unsigned bytes) {
    char raw[8];
    for (unsigned i = 0; i < bytes; i++)
        raw[i] = (char)(value >> 8 * (bytes - 1 - i));
    buffer_bytes(out, raw, bytes);
}

/* Objects follow each other in streams and the file: as what a row differs by from the one above,
 * little is left to compress. */
static void put_cross_reference_rows(struct writer *writer, uint32_t end, unsigned width,
                                     struct buffer *rows) {
    for (uint32_t number = 0; number < end; number++) {
        struct place place = *place_of(writer, number);
        if (place.kind == PLACE_FREE)
            place.index = UINT16_MAX;
        put_big_endian(rows, place.kind, 1);
        put_big_endian(rows, place.value, width);
        put_big_endian(rows, place.index, PLACE_INDEX_BYTES);
    }
}

static void put_trailer_keys(struct writer *writer, struct buffer *dict, uint32_t end,
                             unsigned width) {
    buffer_print(dict, "/Type/XRef/Size %u/W[1 %u %d]/Root %u 0 R/Info %u 0 R", (unsigned)end,
                 width, PLACE_INDEX_BYTES, (unsigned)writer_own_number(writer, OWN_CATALOG),
                 (unsigned)writer_own_number(writer, OWN_INFO));
    put_predictor(dict, 1 + width + PLACE_INDEX_BYTES);
    char id[DIGEST_HEX];
    digest_write(writer_identity(writer), id);
    buffer_print(dict, "/ID[<%.*s><%.*s>]", DIGEST_HEX, id, DIGEST_HEX, id);
}

static void put_cross_reference(struct writer *writer) {
    uint32_t number = writer_reserve(writer, 1), end = object_end(writer->objects);
    uint64_t start = writer->offset;
    *place_of(writer, number) = place_in_file(start);
    unsigned width = bytes_for(start);
    struct buffer rows = {0}, dict = {0};
    put_cross_reference_rows(writer, end, width, &rows);
    writer->plain.length = 0;
    rows_predict(buffer_view(&rows), 1 + width + PLACE_INDEX_BYTES, &writer->plain);
    put_trailer_keys(writer, &dict, end, width);
    place_of(writer, number)->kind = PLACE_FREE; /* put_in_file sets it again, to the same place */
    put_deflated(writer, number, buffer_view(&dict), buffer_view(&writer->plain), writer->rows);
    buffer_free(&rows);
    dict.length = 0;
    buffer_print(&dict, "startxref\n%llu\n%%%%EOF\n", (unsigned long long)start);
    write_file(writer, dict.at, dict.length);
    buffer_free(&dict);
}

static bool faultless(const struct writer *writer, struct diag *diag) {
    struct span none = {0};
    if (writer->full) {
        diag_fault(diag, none, "write the document in several volumes",
                   "the document has more objects than a PDF file can hold here");
        return false;
    }
    if (!file_output_holds(writer->output, diag))
        return false;
    unsigned long error = objects_error(writer->objects);
    if (error == HPDF_FAILD_TO_ALLOC_MEM)
        memory_exhausted();
    if (error)
        diag_fault(diag, none, NULL, "libharu reports error 0x%04lX", error);
    return error == 0;
}

bool writer_finish(struct writer *writer, struct diag *diag) {
    put_last_object_streams(writer);
    put_cross_reference(writer);
    return faultless(writer, diag);
}
