#include "cli/build_id.h"
#include "base/file.h"

#include <elf.h>
#include <link.h>
#include <string.h>

/* Notes are padded to words. */
static size_t padded(size_t length) {
    return (length + 3) & ~(size_t)3;
}

/* The build id among the notes of a segment; empty when it is not there. */
static struct str id_in(struct str notes) {
    ElfW(Nhdr) head;
    while (notes.length >= sizeof head) {
        memcpy(&head, notes.at, sizeof head);
        size_t from = sizeof head + padded(head.n_namesz);
        struct str name = str_part(notes, sizeof head, head.n_namesz);
        if (head.n_type == NT_GNU_BUILD_ID && str_equal(name, (struct str){"GNU", 4}))
            return str_part(notes, from, head.n_descsz);
        notes = str_part(notes, from + padded(head.n_descsz), SIZE_MAX);
    }
    return STR("");
}

static struct str id_of(const struct dl_phdr_info *object) {
    struct str id = STR("");
    for (ElfW(Half) i = 0; i < object->dlpi_phnum && id.length == 0; i++) {
        const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
        const char *at = (const char *)(uintptr_t)(object->dlpi_addr + segment->p_vaddr);
        if (segment->p_type == PT_NOTE)
            id = id_in((struct str){at, segment->p_memsz});
    }
    return id;
}

/* The program itself is the object without a name. */
static int add_object(struct dl_phdr_info *object, size_t size, void *context) {
    (void)size;
    struct digester *digester = context;
    struct str name = str_from(object->dlpi_name), id = id_of(object);
    if (str_starts(name, STR("linux-vdso"))) /* is the kernel's */
        return 0;
    struct digest program;
    if (name.length == 0 && id.length == 0 && file_digest("/proc/self/exe", &program))
        digester_digest(digester, program);
    digester_field(digester, id.length ? id : name);
    return 0;
}

struct digest build_digest(void) {
    struct digester digester = {.length = 0};
    dl_iterate_phdr(add_object, &digester);
    return digester_end(&digester);
}
