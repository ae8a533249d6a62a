/* Files of a project, and YAML in them. */
#ifndef GENERATE_OUTPUT_H
#define GENERATE_OUTPUT_H

#include "base/file.h"
#include "generate_random.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

/* What all parts of the generator share. */
struct generator {
    struct arena *arena;
    struct random random;
    const char *source; /* the repository's data/ */
    const char *folder; /* DIR/data */
    const char *language;
};

static _Noreturn void fail(const char *path) {
    fprintf(stderr, "generate: %s: %s\n", path, strerror(errno ? errno : EIO));
    exit(1);
}

static const char *path_of(struct generator *generator, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static const char *path_of(struct generator *generator, const char *format, ...) {
    char name[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(name, sizeof name, format, arguments);
    va_end(arguments);
    return path_join(generator->arena, str_from(generator->folder), str_from(name)).at;
}

static void folder_need(struct generator *generator, const char *name) {
    const char *path = path_of(generator, "%s", name);
    if (!folder_make(path))
        fail(path);
}

static void file_write(const char *path, struct str bytes) {
    FILE *file = fopen(path, "wb");
    bool good = file && fwrite(bytes.at, 1, bytes.length, file) == bytes.length;
    if (!file || fclose(file) != 0 || !good)
        fail(path);
}

/* Writes what the buffer holds and empties it. */
static void file_flush(struct buffer *buffer, const char *path) {
    file_write(path, buffer_view(buffer));
    buffer->length = 0;
}

static void file_copy(struct generator *generator, struct str from, const char *to) {
    struct diag *diag = diag_new(generator->arena);
    struct mapping mapping;
    if (!mapping_open(&mapping, from.at, (struct span){0}, diag))
        fail(from.at);
    file_write(to, mapping.bytes);
    mapping_close(&mapping);
}

/* ---- YAML ---- */

static void quoted(struct buffer *out, struct str s) {
    buffer_text(out, "\"");
    for (size_t i = 0; i < s.length; i++) {
        if (s.at[i] == '"' || s.at[i] == '\\')
            buffer_text(out, "\\");
        buffer_bytes(out, s.at + i, 1);
    }
    buffer_text(out, "\"");
}

static void field(struct buffer *out, const char *key, struct str value) {
    buffer_print(out, "    %s: ", key);
    quoted(out, value);
    buffer_text(out, "\n");
}

#endif
