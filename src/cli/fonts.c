#include "cli/fonts.h"
#include "base/file.h"
#include "cli/share.h"
#include "model/manifest.h"

#include <stdlib.h>

const char *fonts_manifest(const char *data_folder, struct arena *arena) {
    const char *named = getenv("ATTACHE_FONTS");
    if (named && *named)
        return named;
    struct str above = path_folder(str_from(data_folder));
    const char *const places[] = {"fonts/fonts.yaml",
                                  path_join(arena, above, STR("fonts/fonts.yaml")).at,
                                  share_find("fonts/fonts.yaml", arena)};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (places[i] && file_exists(places[i]))
            return places[i];
    return NULL;
}

static const struct str *words(const struct strings *strings, struct arena *arena) {
    struct str *copy = arena_make(arena, struct str, strings->count + 1);
    for (size_t i = 0; i < strings->count; i++)
        copy[i] = strings->at[i].text;
    return copy;
}

/* The folder of the manifest comes first. */
static void take_folders(struct fonts_request *request, const struct manifest *manifest,
                         const char *path, struct arena *arena) {
    struct str *folders = arena_make(arena, struct str, manifest->folders.count + 1);
    folders[request->folder_count++] = str_copy(arena, path_folder(str_from(path)));
    for (size_t i = 0; i < manifest->folders.count; i++)
        folders[request->folder_count++] = manifest->folders.at[i].text;
    request->folders = folders;
}

static void take_families(struct fonts_request *request, const struct manifest *manifest,
                          struct arena *arena) {
    request->family_count = manifest->families.count;
    struct family_files *files = arena_make(arena, struct family_files, request->family_count + 1);
    for (size_t i = 0; i < request->family_count; i++) {
        const struct manifest_family *family = &manifest->families.at[i];
        files[i] = (struct family_files){.name = family->key.text,
                                         .files = {family->regular.text, family->bold.text,
                                                   family->italic.text, family->bold_italic.text},
                                         .sans = family->sans.value,
                                         .span = family->span};
    }
    request->families = files;
}

static void take_fallback(struct fonts_request *request, const struct manifest *manifest,
                          struct arena *arena) {
    request->fallback_count = manifest->fallback.count;
    struct fallback_rule *rules =
        arena_make(arena, struct fallback_rule, request->fallback_count + 1);
    for (size_t i = 0; i < request->fallback_count; i++) {
        const struct manifest_fallback *fallback = &manifest->fallback.at[i];
        rules[i] =
            (struct fallback_rule){words(&fallback->scripts, arena),   fallback->scripts.count,
                                   words(&fallback->languages, arena), fallback->languages.count,
                                   words(&fallback->families, arena),  fallback->families.count};
    }
    request->fallback = rules;
}

struct fonts *fonts_open(const char *data_folder, bool later, struct arena *arena,
                         struct diag *diag) {
    const char *path = fonts_manifest(data_folder, arena);
    if (!path)
        diag_fault(diag, (struct span){.file = "fonts/fonts.yaml"},
                   "run where the folder fonts lies, or name a manifest in ATTACHE_FONTS",
                   "the manifest of the fonts is neither here, nor beside the data, nor installed");
    const struct manifest *manifest = path ? manifest_load(arena, path, diag) : NULL;
    if (!manifest)
        return NULL;
    struct fonts_request request = {.later = later};
    take_folders(&request, manifest, path, arena);
    take_families(&request, manifest, arena);
    take_fallback(&request, manifest, arena);
    return fonts_new(&request, arena, diag);
}
