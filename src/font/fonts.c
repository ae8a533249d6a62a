/* Families, the files behind them, and the rules of fallback. */
#include "font/fonts.h"
#include "font/face.h"
#include <string.h>

enum { STYLES = 4, NO_SLOT = -1 };

struct family {
    struct str name;
    bool sans;
    int32_t slots[STYLES]; /* regular, bold, italic, bold italic */
};

struct rule {
    struct fallback_rule match;
    const struct family **families;
    size_t count;
};

struct fonts {
    struct arena *arena; /* of the names of faces; used under the lock */
    struct diag *diag;   /* for damaged files, likewise */
    pthread_mutex_t lock;
    struct str *folders;
    size_t folder_count;
    struct slot *slots;
    size_t slot_count;
    struct family *families;
    size_t family_count;
    struct rule *rules;
    size_t rule_count;
};

/* "name.ttc#2" is the third face of name.ttc. */
static struct str file_part(struct str name, uint32_t *index) {
    *index = 0;
    size_t hash = str_find(name, STR("#"));
    if (hash == SIZE_MAX)
        return name;
    for (size_t i = hash + 1; i < name.length && name.at[i] >= '0' && name.at[i] <= '9'; i++)
        *index = *index * 10 + (uint32_t)(name.at[i] - '0');
    return str_part(name, 0, hash);
}

/* NULL when it is in none of the folders. */
static const char *file_search(const struct fonts *fonts, struct str file, struct arena *arena) {
    char path[4096];
    for (size_t i = 0; i < fonts->folder_count; i++) {
        struct str folder = fonts->folders[i];
        if (folder.length + file.length + 2 > sizeof path)
            continue;
        memcpy(path, folder.at, folder.length);
        path[folder.length] = '/';
        memcpy(path + folder.length + 1, file.at, file.length);
        path[folder.length + 1 + file.length] = '\0';
        if (file_exists(path))
            return str_copy(arena, str_from(path)).at;
    }
    return NULL;
}

static struct str list_of(const struct str *names, size_t count, struct arena *arena) {
    struct str list = {0};
    for (size_t i = 0; i < count; i++)
        list = i ? str_print(arena, "%.*s, %.*s", STR_ARGS(list), STR_ARGS(names[i])) : names[i];
    return list;
}

static bool slot_locate(const struct fonts *fonts, struct slot *slot, struct arena *arena,
                        struct diag *diag) {
    if (slot->face.path)
        return true;
    slot->face.path = file_search(fonts, slot->file, arena);
    if (slot->face.path)
        return true;
    struct str folders = list_of(fonts->folders, fonts->folder_count, arena);
    diag_fault(diag, slot->span, "install the font, or add its folder to `folders`",
               "the file %.*s of the family %.*s is in none of the folders %.*s",
               STR_ARGS(slot->file), STR_ARGS(slot->family_name), STR_ARGS(folders));
    return false;
}

static int32_t slot_add(struct fonts *fonts, const struct family_files *files, size_t style) {
    if (files->files[style].length == 0)
        return NO_SLOT;
    struct slot *slot = &fonts->slots[fonts->slot_count];
    slot->file = file_part(files->files[style], &slot->face.collection_index);
    slot->face.index = (uint32_t)fonts->slot_count;
    slot->span = files->span;
    slot->family_name = files->name;
    pthread_mutex_init(&slot->lock, NULL);
    return (int32_t)fonts->slot_count++;
}

/* What cannot be found is as if the manifest did not name it. */
static void family_locate(struct fonts *fonts, struct family *family, struct arena *arena,
                          struct diag *diag) {
    for (size_t style = 0; style < STYLES; style++)
        if (family->slots[style] != NO_SLOT &&
            !slot_locate(fonts, &fonts->slots[family->slots[style]], arena, diag))
            family->slots[style] = NO_SLOT;
}

static void rule_add(struct fonts *fonts, const struct fallback_rule *match, struct arena *arena,
                     struct diag *diag) {
    struct rule *rule = &fonts->rules[fonts->rule_count++];
    rule->match = *match;
    rule->families = arena_make(arena, const struct family *, match->family_count);
    for (size_t i = 0; i < match->family_count; i++) {
        const struct family *family = fonts_family(fonts, match->families[i]);
        if (family)
            rule->families[rule->count++] = family;
        else
            diag_fault(diag, (struct span){0}, "add the family to `families`, or correct its name",
                       "the fallback rules name %.*s, which is no family of the manifest",
                       STR_ARGS(match->families[i]));
    }
}

struct fonts *fonts_new(const struct fonts_request *request, struct arena *arena,
                        struct diag *diag) {
    struct fonts *fonts = arena_make(arena, struct fonts, 1);
    fonts->arena = arena_new();
    fonts->diag = diag;
    pthread_mutex_init(&fonts->lock, NULL);
    fonts->folder_count = request->folder_count;
    fonts->folders = arena_make(arena, struct str, request->folder_count);
    for (size_t i = 0; i < request->folder_count; i++)
        fonts->folders[i] = request->folders[i];
    fonts->slots = arena_make(arena, struct slot, request->family_count * STYLES);
    fonts->families = arena_make(arena, struct family, request->family_count);
    for (size_t i = 0; i < request->family_count; i++) {
        struct family *family = &fonts->families[fonts->family_count++];
        family->name = request->families[i].name;
        family->sans = request->families[i].sans;
        for (size_t style = 0; style < STYLES; style++)
            family->slots[style] = slot_add(fonts, &request->families[i], style);
        if (!request->later)
            family_locate(fonts, family, arena, diag);
    }
    fonts->rules = arena_make(arena, struct rule, request->fallback_count);
    for (size_t i = 0; i < request->fallback_count; i++)
        rule_add(fonts, &request->fallback[i], arena, diag);
    return fonts;
}

void fonts_free(struct fonts *fonts) {
    if (!fonts)
        return;
    for (size_t i = 0; i < fonts->slot_count; i++) {
        if (atomic_load(&fonts->slots[i].state) == SLOT_OPEN)
            slot_close(&fonts->slots[i]);
        pthread_mutex_destroy(&fonts->slots[i].lock);
    }
    pthread_mutex_destroy(&fonts->lock);
    arena_free(fonts->arena);
}

const struct family *fonts_family(const struct fonts *fonts, struct str name) {
    for (size_t i = 0; i < fonts->family_count; i++)
        if (str_equal(fonts->families[i].name, name))
            return &fonts->families[i];
    return NULL;
}

static void slot_open_once(const struct fonts *fonts, struct slot *slot) {
    pthread_mutex_t *shared = (pthread_mutex_t *)&fonts->lock;
    pthread_mutex_lock(&slot->lock);
    if (atomic_load(&slot->state) == SLOT_CLOSED) {
        pthread_mutex_lock(shared);
        bool open = slot_locate(fonts, slot, fonts->arena, fonts->diag) &&
                    slot_open(slot, fonts->arena, fonts->diag);
        pthread_mutex_unlock(shared);
        atomic_store_explicit(&slot->state, open ? SLOT_OPEN : SLOT_DAMAGED, memory_order_release);
    }
    pthread_mutex_unlock(&slot->lock);
}

static const struct face *slot_face(const struct fonts *fonts, int32_t index) {
    struct slot *slot = &fonts->slots[index];
    if (atomic_load_explicit(&slot->state, memory_order_acquire) == SLOT_CLOSED)
        slot_open_once(fonts, slot);
    return atomic_load_explicit(&slot->state, memory_order_acquire) == SLOT_OPEN ? &slot->face
                                                                                 : NULL;
}

const struct face *family_face(const struct fonts *fonts, const struct family *family, bool bold,
                               bool italic) {
    /* What to take instead: weight is kept before slant. */
    static const uint8_t order[STYLES][STYLES] = {
        {0, 2, 1, 3}, {1, 0, 3, 2}, {2, 0, 3, 1}, {3, 1, 2, 0}};
    const uint8_t *wanted = order[(bold ? 1 : 0) + (italic ? 2 : 0)];
    for (size_t i = 0; i < STYLES; i++)
        if (family->slots[wanted[i]] != NO_SLOT)
            return slot_face(fonts, family->slots[wanted[i]]);
    return NULL;
}

static bool holds(const struct str *words, size_t count, struct str word) {
    for (size_t i = 0; i < count; i++)
        if (str_equal(words[i], word))
            return true;
    return false;
}

/* "zh-Hant" of a rule goes for "zh-Hant-TW" as well (RFC 4647, basic filtering). */
static bool language_matches(const struct fallback_rule *rule, struct str language) {
    for (size_t i = 0; i < rule->language_count; i++) {
        struct str range = rule->languages[i];
        if (str_starts(language, range) &&
            (language.length == range.length || language.at[range.length] == '-'))
            return true;
    }
    return rule->language_count == 0;
}

static bool rule_matches(const struct fallback_rule *rule, struct str script, struct str language) {
    return (holds(rule->scripts, rule->script_count, script) ||
            holds(rule->scripts, rule->script_count, STR("*"))) &&
           language_matches(rule, language);
}

const struct face *fonts_fallback(const struct fonts *fonts, const struct family *family,
                                  uint32_t code_point, struct str script, struct str language,
                                  bool bold, bool italic) {
    for (size_t i = 0; i < fonts->rule_count; i++) {
        const struct rule *rule = &fonts->rules[i];
        if (!rule_matches(&rule->match, script, language))
            continue;
        for (size_t j = 0; j < 2 * rule->count; j++) {
            const struct family *other = rule->families[j % rule->count];
            if ((other->sans == family->sans) != (j < rule->count))
                continue; /* the like first, then the unlike */
            const struct face *face = family_face(fonts, other, bold, italic);
            if (face && face_has(face, code_point))
                return face;
        }
    }
    return NULL;
}

struct str fonts_tried(const struct fonts *fonts, const struct family *family, struct str script,
                       struct str language, struct arena *arena) {
    struct str tried = family->name;
    for (size_t i = 0; i < fonts->rule_count; i++) {
        const struct rule *rule = &fonts->rules[i];
        if (!rule_matches(&rule->match, script, language))
            continue;
        for (size_t j = 0; j < rule->count; j++)
            tried =
                str_print(arena, "%.*s, %.*s", STR_ARGS(tried), STR_ARGS(rule->families[j]->name));
    }
    return tried;
}

const struct face *fonts_face(const struct fonts *fonts, uint32_t index) {
    if (index >= fonts->slot_count)
        return NULL;
    const struct slot *slot = &fonts->slots[index];
    return atomic_load_explicit(&slot->state, memory_order_acquire) == SLOT_OPEN ? &slot->face
                                                                                 : NULL;
}

size_t fonts_face_count(const struct fonts *fonts) {
    return fonts->slot_count;
}

const char *fonts_file(const struct fonts *fonts, uint32_t index, struct arena *arena) {
    return file_search(fonts, fonts->slots[index].file, arena);
}
