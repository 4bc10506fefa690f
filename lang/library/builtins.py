"""The class object, of which scripts make marks that are equal to nothing else."""


class object:
    pass
