/* What no program that reads these files with libyaml, shapes their words with HarfBuzz and writes
 * that PDF with libdeflate can fall below: the CPU time of the events of the YAML alone, of shaping
 * each distinct word once, or of deflating the streams of the PDF. Reading files and inflating is
 * not counted. Prints the best of the runs in ms. */
#include <hb.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <yaml.h>
#include <zlib.h>

enum { WRONG_USAGE = 2, MOST_RUNS = 1000 };

struct bytes {
    unsigned char *at;
    size_t length;
};

static _Noreturn void fail(const char *what, const char *where) {
    fprintf(stderr, "floor: %s: %s\n", where, what);
    exit(1);
}

static void *need(void *memory) {
    if (!memory)
        fail("out of memory", "floor");
    return memory;
}

static struct bytes file_read(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        fail("cannot be read", path);
    long length = ftell(file);
    if (length < 0)
        fail("cannot be read", path);
    struct bytes bytes = {need(malloc((size_t)length + 1)), (size_t)length};
    rewind(file);
    if (fread(bytes.at, 1, bytes.length, file) != bytes.length)
        fail("cannot be read", path);
    fclose(file);
    return bytes;
}

static double cpu_milliseconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* ---- YAML ---- */

static void parse(struct bytes bytes, const char *path) {
    yaml_parser_t parser;
    yaml_event_t event;
    if (!yaml_parser_initialize(&parser))
        fail("out of memory", path);
    yaml_parser_set_input_string(&parser, bytes.at, bytes.length);
    for (int last = 0; !last;) {
        if (!yaml_parser_parse(&parser, &event))
            fail("is not YAML", path);
        last = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

static double yaml_best(int runs, int count, char **paths) {
    struct bytes *files = need(calloc((size_t)count, sizeof *files));
    for (int i = 0; i < count; i++)
        files[i] = file_read(paths[i]);
    double best = 0;
    for (int run = 0; run < runs; run++) {
        double begin = cpu_milliseconds();
        for (int i = 0; i < count; i++)
            parse(files[i], paths[i]);
        double taken = cpu_milliseconds() - begin;
        best = run == 0 || taken < best ? taken : best;
    }
    for (int i = 0; i < count; i++)
        free(files[i].at);
    free(files);
    return best;
}

/* ---- deflate ---- */

struct streams {
    struct bytes *at;
    size_t count, capacity;
};

static void add(struct streams *streams, struct bytes bytes) {
    if (streams->count == streams->capacity) {
        streams->capacity = streams->capacity ? 2 * streams->capacity : 64;
        streams->at = need(realloc(streams->at, streams->capacity * sizeof *streams->at));
    }
    streams->at[streams->count++] = bytes;
}

/* Inflates what begins at `from`; its end need not be known. Returns the bytes taken, 0 when it is
 * not deflated. */
static size_t inflate_stream(struct bytes from, struct bytes *out) {
    z_stream stream = {.next_in = from.at, .avail_in = (uInt)from.length};
    size_t capacity = 1 << 16;
    *out = (struct bytes){need(malloc(capacity)), 0};
    if (inflateInit(&stream) != Z_OK)
        fail("out of memory", "zlib");
    int status = Z_OK;
    while (status == Z_OK) {
        if (out->length == capacity)
            out->at = need(realloc(out->at, capacity *= 2));
        stream.next_out = out->at + out->length;
        stream.avail_out = (uInt)(capacity - out->length);
        status = inflate(&stream, Z_NO_FLUSH);
        out->length = capacity - stream.avail_out;
    }
    size_t taken = status == Z_STREAM_END ? stream.total_in : 0;
    inflateEnd(&stream);
    if (taken == 0)
        free(out->at);
    return taken;
}

static struct streams streams_of(struct bytes pdf) {
    static const char word[] = "stream\n", return_word[] = "stream\r\n";
    struct streams streams = {0};
    for (size_t at = 0; at + sizeof return_word < pdf.length;) {
        unsigned char *found = memchr(pdf.at + at, 's', pdf.length - at - sizeof return_word);
        if (!found)
            break;
        at = (size_t)(found - pdf.at);
        size_t begin = memcmp(found, word, sizeof word - 1) == 0 ? at + sizeof word - 1
                       : memcmp(found, return_word, sizeof return_word - 1) == 0
                           ? at + sizeof return_word - 1
                           : 0;
        struct bytes inflated;
        size_t taken =
            begin ? inflate_stream((struct bytes){pdf.at + begin, pdf.length - begin}, &inflated)
                  : 0;
        if (taken)
            add(&streams, inflated);
        at = taken ? begin + taken : at + 1;
    }
    return streams;
}

static size_t deflate_all(const struct streams *streams, struct libdeflate_compressor *compressor,
                          struct bytes room) {
    size_t length = 0;
    for (size_t i = 0; i < streams->count; i++)
        length += libdeflate_zlib_compress(compressor, streams->at[i].at, streams->at[i].length,
                                           room.at, room.length);
    return length;
}

static double deflate_best(int runs, int level, const char *path) {
    struct bytes pdf = file_read(path);
    struct streams streams = streams_of(pdf);
    struct libdeflate_compressor *compressor = need(libdeflate_alloc_compressor(level));
    struct bytes room = {0};
    for (size_t i = 0; i < streams.count; i++) {
        size_t bound = libdeflate_zlib_compress_bound(compressor, streams.at[i].length);
        room.length = bound > room.length ? bound : room.length;
    }
    room.at = need(malloc(room.length + 1));
    double best = 0;
    for (int run = 0; run < runs; run++) {
        double begin = cpu_milliseconds();
        if (streams.count && deflate_all(&streams, compressor, room) == 0)
            fail("deflates to nothing", path);
        double taken = cpu_milliseconds() - begin;
        best = run == 0 || taken < best ? taken : best;
    }
    for (size_t i = 0; i < streams.count; i++)
        free(streams.at[i].at);
    libdeflate_free_compressor(compressor);
    free(streams.at), free(room.at), free(pdf.at);
    return best;
}

/* ---- shaping ---- */

struct words {
    struct bytes *at; /* open addressing; what is empty has no bytes */
    size_t count, capacity;
};

static size_t hash_of(struct bytes word) {
    size_t hash = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < word.length; i++)
        hash = (hash ^ word.at[i]) * 1099511628211u;
    return hash ^ hash >> 32;
}

static struct bytes *word_place(const struct words *words, struct bytes word) {
    size_t i = hash_of(word) & (words->capacity - 1);
    while (words->at[i].length && (words->at[i].length != word.length ||
                                   memcmp(words->at[i].at, word.at, word.length) != 0))
        i = (i + 1) & (words->capacity - 1);
    return &words->at[i];
}

static void word_add(struct words *words, struct bytes word) {
    if (2 * words->count >= words->capacity) {
        struct words grown = {.capacity = words->capacity ? 2 * words->capacity : 1024};
        grown.at = need(calloc(grown.capacity, sizeof *grown.at));
        for (size_t i = 0; i < words->capacity; i++)
            if (words->at[i].length)
                *word_place(&grown, words->at[i]) = words->at[i];
        grown.count = words->count;
        free(words->at);
        *words = grown;
    }
    struct bytes *place = word_place(words, word);
    words->count += place->length == 0;
    *place = word;
}

/* What stands between white space. */
static void words_of(struct bytes file, struct words *words) {
    for (size_t from = 0, i = 0; i <= file.length; i++) {
        if (i < file.length && file.at[i] > ' ')
            continue;
        if (i > from)
            word_add(words, (struct bytes){file.at + from, i - from});
        from = i + 1;
    }
}

static void shape_all(const struct words *words, hb_font_t *font, hb_buffer_t *buffer) {
    for (size_t i = 0; i < words->capacity; i++) {
        if (words->at[i].length == 0)
            continue;
        hb_buffer_clear_contents(buffer);
        hb_buffer_add_utf8(buffer, (const char *)words->at[i].at, (int)words->at[i].length, 0, -1);
        hb_buffer_guess_segment_properties(buffer);
        hb_shape(font, buffer, NULL, 0);
    }
}

static double shape_best(int runs, const char *font_path, int count, char **paths) {
    struct bytes *files = need(calloc((size_t)count, sizeof *files));
    struct words words = {0};
    for (int i = 0; i < count; i++)
        words_of(files[i] = file_read(paths[i]), &words);
    hb_blob_t *blob = hb_blob_create_from_file(font_path);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);
    hb_buffer_t *buffer = hb_buffer_create();
    double best = 0;
    for (int run = 0; run < runs; run++) {
        double begin = cpu_milliseconds();
        shape_all(&words, font, buffer);
        double taken = cpu_milliseconds() - begin;
        best = run == 0 || taken < best ? taken : best;
    }
    hb_buffer_destroy(buffer);
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    for (int i = 0; i < count; i++)
        free(files[i].at);
    free(files), free(words.at);
    return best;
}

int main(int count, char **words) {
    long runs = count > 3 ? strtol(words[2], NULL, 10) : 0;
    long level = count > 3 ? strtol(words[3], NULL, 10) : 0;
    if (runs > 0 && runs <= MOST_RUNS && strcmp(words[1], "yaml") == 0)
        printf("%.2f\n", yaml_best((int)runs, count - 3, words + 3));
    else if (runs > 0 && runs <= MOST_RUNS && count == 5 && level > 0 && level <= 12 &&
             strcmp(words[1], "deflate") == 0)
        printf("%.2f\n", deflate_best((int)runs, (int)level, words[4]));
    else if (runs > 0 && runs <= MOST_RUNS && count > 4 && strcmp(words[1], "shape") == 0)
        printf("%.2f\n", shape_best((int)runs, words[3], count - 4, words + 4));
    else {
        fprintf(stderr, "usage: floor yaml RUNS FILE.yaml...\n"
                        "       floor shape RUNS FONT FILE.yaml...\n"
                        "       floor deflate RUNS LEVEL FILE.pdf\n");
        return WRONG_USAGE;
    }
    return 0;
}
