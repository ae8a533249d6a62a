#include "cli/record.h"
#include "base/file.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define FOLDER ".attache"
#define SUFFIX ".digest"

/* "<inputs> <output> <origin>\n" in hexadecimal figures. */
enum {
    INPUTS,
    OUTPUT,
    ORIGIN,
    FIELDS,
    FIELD_LENGTH = DIGEST_HEX + 1,
    RECORD_LENGTH = FIELDS * FIELD_LENGTH
};
struct record_text {
    char at[RECORD_LENGTH];
};

static struct record_text text_of(struct digest inputs, struct digest output,
                                  struct digest origin) {
    struct digest fields[FIELDS] = {[INPUTS] = inputs, [OUTPUT] = output, [ORIGIN] = origin};
    struct record_text text;
    for (int i = 0; i < FIELDS; i++) {
        digest_write(fields[i], text.at + i * FIELD_LENGTH);
        text.at[i * FIELD_LENGTH + DIGEST_HEX] = i + 1 < FIELDS ? ' ' : '\n';
    }
    return text;
}

static bool field_is(const struct record_text *text, int field, struct digest digest) {
    char figures[DIGEST_HEX];
    digest_write(digest, figures);
    return memcmp(text->at + field * FIELD_LENGTH, figures, DIGEST_HEX) == 0;
}

/* "out/x.pdf" is described by "out/.attache/x.pdf.digest". */
static struct str record_path(struct arena *arena, const char *path) {
    struct str name = path_name(str_from(path));
    struct str record = str_print(arena, FOLDER "/%.*s" SUFFIX, STR_ARGS(name));
    return path_join(arena, path_folder(str_from(path)), record);
}

static int open_record(const char *path, int flags) {
    struct arena *arena = arena_new();
    int file = open(record_path(arena, path).at, flags | O_CLOEXEC, 0666);
    arena_free(arena);
    return file;
}

static bool read_record(const char *path, struct record_text *text) {
    int file = open_record(path, O_RDONLY);
    if (file < 0)
        return false;
    char more;
    bool whole = read(file, text->at, RECORD_LENGTH) == RECORD_LENGTH && read(file, &more, 1) == 0;
    close(file);
    return whole;
}

static bool is_unchanged(const struct record_text *known, const char *path) {
    struct digest output;
    return file_digest(path, &output) && field_is(known, OUTPUT, output);
}

bool record_holds(const char *path, struct digest inputs, struct digest origin) {
    struct record_text known;
    return read_record(path, &known) && field_is(&known, INPUTS, inputs) &&
           field_is(&known, ORIGIN, origin) && is_unchanged(&known, path);
}

bool record_is_of(const char *path, struct digest origin) {
    struct record_text known;
    return read_record(path, &known) && field_is(&known, ORIGIN, origin);
}

bool record_describes(const char *path) {
    struct record_text known;
    return read_record(path, &known) && is_unchanged(&known, path);
}

void record_write(const char *path, struct digest inputs, struct digest output,
                  struct digest origin) {
    int file = open_record(path, O_WRONLY | O_CREAT | O_TRUNC);
    if (file < 0)
        return;
    struct record_text text = text_of(inputs, output, origin);
    bool written = write(file, text.at, RECORD_LENGTH) == RECORD_LENGTH;
    (void)written; /* a record that is not whole holds for nothing */
    close(file);
}

void record_remove(const char *path) {
    struct arena *arena = arena_new();
    unlink(record_path(arena, path).at);
    arena_free(arena);
}

void record_folder(const char *folder) {
    struct arena *arena = arena_new();
    folder_make(path_join(arena, str_from(folder), STR(FOLDER)).at);
    arena_free(arena);
}

struct str *record_list(struct arena *arena, const char *folder, size_t *count) {
    const char *records = path_join(arena, str_from(folder), STR(FOLDER)).at;
    struct str *list = folder_list(arena, records, SUFFIX, count);
    for (size_t i = 0; i < *count; i++) {
        struct str name = path_name(list[i]);
        list[i] = (struct str){name.at, name.length - strlen(SUFFIX)};
    }
    return list;
}
